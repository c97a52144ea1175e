package dev.ensemble.incident;

/** A follow-up that had been watched to its end did not hold after all. */
public record DidNotHold(long followUp) {}
