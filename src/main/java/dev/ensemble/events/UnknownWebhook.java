package dev.ensemble.events;

/** There is none of this id. */
public class UnknownWebhook extends RuntimeException {

    public UnknownWebhook(String id) {
        super("There is no webhook %s.".formatted(id));
    }
}
