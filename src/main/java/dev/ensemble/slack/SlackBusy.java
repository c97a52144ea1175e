package dev.ensemble.slack;

import java.time.Duration;

/** Slack, or our own politeness towards it, asks for a pause; nothing was said. */
public class SlackBusy extends RuntimeException {

    private final transient Duration retryAfter;

    public SlackBusy(Duration retryAfter, String message) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the next try. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
