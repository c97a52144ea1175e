package dev.ensemble.events;

import java.time.Duration;

/**
 * What another system said to an event; of what it wrote, nothing is read.
 *
 * @param retryAfter when it would like to be asked again; {@code null} where it did not say
 */
record Answered(int status, Duration retryAfter) {

    private static final int GONE = 410;

    boolean isTaken() {
        return status >= 200 && status < 300;
    }

    boolean wantsNoMore() {
        return status == GONE;
    }
}
