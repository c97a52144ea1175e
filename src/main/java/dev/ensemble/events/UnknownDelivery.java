package dev.ensemble.events;

/** There is none of this id, or it is not for whoever asks. */
public class UnknownDelivery extends RuntimeException {

    public UnknownDelivery(String id) {
        super("There is no delivery %s of this webhook.".formatted(id));
    }
}
