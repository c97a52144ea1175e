package dev.ensemble.incident;

import java.time.Duration;
import java.time.Instant;

/**
 * A post-incident meeting.
 *
 * @param at when it begins; in writing, when it ends
 * @param minutes how long it is meant to be
 * @param inWriting whether people write until then instead of coming together
 * @param sequence how often it was changed, from 0
 * @param changedAt {@code null} where it was set before this was kept
 * @param calledOff whether it broke again before
 * @param heldAt {@code null} until it was held
 */
public record Meeting(
        IncidentId incident,
        Instant at,
        int minutes,
        boolean inWriting,
        int sequence,
        Instant changedAt,
        boolean calledOff,
        Instant heldAt) {

    /** None is longer. */
    public static final Duration LONGEST = Duration.ofHours(8);

    public Instant end() {
        return at.plus(Duration.ofMinutes(minutes));
    }
}
