package dev.ensemble.events;

import dev.ensemble.incident.Unknown;

/** There is none of this id, or it is not for whoever asks. */
public class UnknownDelivery extends Unknown {

    public UnknownDelivery(String id) {
        super("delivery", "There is no delivery %s of this webhook.".formatted(id));
    }
}
