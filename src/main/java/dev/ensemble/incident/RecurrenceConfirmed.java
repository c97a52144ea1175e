package dev.ensemble.incident;

/**
 * A person says that the same has happened again: what was done to prevent it after the earlier incident did not hold.
 *
 * @param by user id
 */
public record RecurrenceConfirmed(IncidentId incident, IncidentId earlier, String by) {}
