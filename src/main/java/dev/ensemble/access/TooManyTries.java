package dev.ensemble.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody at this address has tried too many wrong passwords, for this person or altogether. */
class TooManyTries extends AuthenticationException {

    private final transient Duration wait;

    TooManyTries(Duration wait) {
        super("Too many tries, wait %d minutes.".formatted(minutes(wait)));
        this.wait = wait;
    }

    long minutes() {
        return minutes(wait);
    }

    long seconds() {
        return Math.max(1, wait.toSeconds());
    }

    private static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
