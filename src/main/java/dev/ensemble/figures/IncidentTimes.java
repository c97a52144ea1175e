package dev.ensemble.figures;

import dev.ensemble.incident.IncidentId;
import java.time.Instant;

/**
 * When one incident reached what; a time is {@code null} where it has not.
 *
 * @param followedUpAt when the last of its follow-ups ended
 * @param followUps how many were agreed on, and of these how many were verified, declined, let go, are or were late
 */
public record IncidentTimes(
        IncidentId incident,
        String service,
        String reportedAs,
        String stage,
        Instant reportedAt,
        Instant announcedAt,
        Instant moderatedAt,
        Instant restoredAt,
        Instant metAt,
        Instant followedUpAt,
        int followUps,
        int verified,
        int declined,
        int letGo,
        int late) {}
