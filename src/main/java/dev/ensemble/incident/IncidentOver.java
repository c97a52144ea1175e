package dev.ensemble.incident;

/** An incident is over, in whichever way. */
public record IncidentOver(IncidentId incident) {}
