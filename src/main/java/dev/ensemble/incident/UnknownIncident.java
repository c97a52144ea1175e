package dev.ensemble.incident;

/** There is no incident of that number. */
public class UnknownIncident extends RuntimeException {

    public UnknownIncident(Object number) {
        super("There is no incident %s. Incidents are numbered like INC-42.".formatted(number));
    }
}
