package dev.ensemble.incident;

/** There is no incident of that number. */
public class UnknownIncident extends Unknown {

    public UnknownIncident(Object number) {
        super("incident", "There is no incident %s. Incidents are numbered like INC-42.".formatted(number));
    }
}
