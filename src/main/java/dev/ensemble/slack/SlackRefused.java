package dev.ensemble.slack;

/** Slack will not take this however often we ask: a wrong token, a channel that is not there. The message says what would do. */
public class SlackRefused extends RuntimeException {

    public SlackRefused(String message) {
        super(message);
    }
}
