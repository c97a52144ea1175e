package dev.ensemble.incident;

import java.time.Instant;

/**
 * The time that one person was in the Ensemble of an incident.
 *
 * @param role expert or learner
 * @param person user id
 * @param until {@code null} while they are in
 * @param from the incident that they joined, where that has been merged since; {@code null} otherwise
 */
public record Member(IncidentId incident, Role role, String person, Instant since, Instant until, IncidentId from) {}
