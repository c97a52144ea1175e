package dev.ensemble.alerts;

/** What came is not what its sender's documentation promises. */
class Unreadable extends RuntimeException {

    /** @param message says what is wrong with it */
    Unreadable(String message) {
        super(message);
    }
}
