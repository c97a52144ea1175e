package dev.ensemble.process;

import java.time.Duration;

/** It will work, but not before a known time; waiting for it uses up none of the step's retries. */
public class TryLater extends RuntimeException {

    private final Duration pause;

    public TryLater(Duration pause, String why) {
        super(why);
        this.pause = pause;
    }

    public TryLater(Duration pause, Throwable cause) {
        super(cause.getMessage(), cause);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
