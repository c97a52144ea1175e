package dev.ensemble.events;

import dev.ensemble.incident.Unknown;

/** There is none of this id. */
public class UnknownWebhook extends Unknown {

    public UnknownWebhook(String id) {
        super("webhook", "There is no webhook %s.".formatted(id));
    }
}
