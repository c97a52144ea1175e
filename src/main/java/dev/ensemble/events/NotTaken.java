package dev.ensemble.events;

/** Another system did not take an event; it will be tried again. */
class NotTaken extends RuntimeException {

    NotTaken(String why) {
        super(why);
    }
}
