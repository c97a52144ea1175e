package dev.ensemble.incident;

import java.time.Instant;

/**
 * The time that one person held one role.
 *
 * @param person user id
 * @param until {@code null} while it lasts
 * @param reason why the holder gave the role up, {@code null} where they did not say or did not
 * @param from the incident that it was held in, where that has been merged since; {@code null} otherwise
 */
public record Tenure(
        IncidentId incident, Role role, String person, Instant since, Instant until, String reason, IncidentId from) {}
