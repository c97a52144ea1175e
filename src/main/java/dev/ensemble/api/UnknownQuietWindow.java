package dev.ensemble.api;

import dev.ensemble.incident.Unknown;

/** There is no quiet window of that id. */
class UnknownQuietWindow extends Unknown {

    UnknownQuietWindow(String id) {
        super("quiet window", "There is no quiet window %s.".formatted(id));
    }
}
