package dev.ensemble.incident;

/** Something changed that the announcement shows: the stage, the condition, or who holds which role. */
public record IncidentMoved(IncidentId incident) {}
