package dev.ensemble.slack;

/** Slack did not answer, or not in a way that says whether it took what we sent. */
public class SlackUnreachable extends RuntimeException {

    public SlackUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
