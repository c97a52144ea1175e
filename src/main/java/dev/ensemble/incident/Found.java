package dev.ensemble.incident;

/** Somebody learned something: how things stand is not what open forms show any more. */
public record Found(IncidentId incident) {}
