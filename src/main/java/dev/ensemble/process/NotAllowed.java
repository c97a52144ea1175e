package dev.ensemble.process;

/** Whoever is logged in has no right to do this. */
public class NotAllowed extends RuntimeException {

    /** @param message says whose it is to do */
    NotAllowed(String message) {
        super(message);
    }

    NotAllowed(String person, Throwable cause) {
        super(
                "%s may not do this. Responders may; an administrator can add them to the group.".formatted(person),
                cause);
    }
}
