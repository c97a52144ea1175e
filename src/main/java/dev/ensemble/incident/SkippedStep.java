package dev.ensemble.incident;

import java.time.Instant;

/**
 * A step of the response that was left out.
 *
 * @param task its id in the diagram
 * @param label what stands in its box
 * @param person user id of who left it out
 * @param reason {@code null} until they said why
 */
public record SkippedStep(
        long id, IncidentId incident, String task, String label, String person, Instant at, String reason) {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;
}
