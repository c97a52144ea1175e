package dev.ensemble.incident;

/** Well said, but not as things stand now; the message says how they stand. */
public class Conflict extends RuntimeException {

    public Conflict(String message) {
        super(message);
    }
}
