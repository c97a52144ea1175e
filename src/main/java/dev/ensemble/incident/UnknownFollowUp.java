package dev.ensemble.incident;

/** There is no follow-up of this id. */
public class UnknownFollowUp extends Unknown {

    public UnknownFollowUp(Object id) {
        super("follow-up", "There is no follow-up %s.".formatted(id));
    }
}
