package dev.ensemble.incident;

/**
 * Somebody has a part in an incident from now on.
 *
 * @param person user id
 */
public record TookPart(IncidentId incident, String person) {}
