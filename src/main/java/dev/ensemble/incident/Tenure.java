package dev.ensemble.incident;

import java.time.Instant;

/**
 * The time that one person held one role.
 *
 * @param person user id
 * @param until {@code null} while it lasts
 */
public record Tenure(IncidentId incident, Role role, String person, Instant since, Instant until) {}
