package dev.ensemble.incident;

/**
 * How many incidents were a repeat of an earlier one, as people confirmed it.
 *
 * @param service {@code null} for all services together
 */
public record RepeatRate(String service, int incidents, int repeats) {

    /** From 0 to 1; 0 where there was no incident. */
    public double share() {
        return incidents == 0 ? 0 : (double) repeats / incidents;
    }
}
