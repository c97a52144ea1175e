package dev.ensemble.incident;

/** A follow-up that had been watched to its end did not hold after all. */
public record DidNotHold(long followUp) {

    /** What the timeline calls it. */
    public static final String LABEL = "Did not hold";

    /** How the timeline names the incident that showed it, at the end of its words. */
    public static String where(IncidentId again) {
        return ": see " + again;
    }
}
