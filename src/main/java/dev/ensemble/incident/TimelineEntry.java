package dev.ensemble.incident;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of an incident's history.
 *
 * @param at when it happened, which for a finding can be before it was written down
 * @param label what happened, in the words of the diagram
 * @param person user id, {@code null} where time or the process did it
 * @param text what the person entered, or what the label is about; {@code null} where the label says it all
 * @param from the incident that it was written for, where that has been merged since; {@code null} otherwise
 */
public record TimelineEntry(long id, Instant at, Kind kind, String label, String person, String text, IncidentId from) {

    /** Events write themselves; findings are what people learned. */
    public enum Kind {
        EVENT,
        FINDING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
