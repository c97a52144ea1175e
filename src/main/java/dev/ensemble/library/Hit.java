package dev.ensemble.library;

import dev.ensemble.incident.Incident;

/**
 * An incident that was found.
 *
 * @param where what the words stand in, such as {@code cause}
 * @param excerpt what stands around them, on one line
 */
public record Hit(Incident incident, String where, String excerpt) {}
