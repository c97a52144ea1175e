package dev.ensemble.api;

/** There is no quiet window of that id. */
class UnknownQuietWindow extends RuntimeException {

    UnknownQuietWindow(String id) {
        super("There is no quiet window %s.".formatted(id));
    }
}
