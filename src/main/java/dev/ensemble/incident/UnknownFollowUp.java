package dev.ensemble.incident;

/** There is no follow-up of this id. */
public class UnknownFollowUp extends RuntimeException {

    public UnknownFollowUp(Object id) {
        super("There is no follow-up %s.".formatted(id));
    }
}
