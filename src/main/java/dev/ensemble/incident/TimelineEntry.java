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

    /** What the person entered; empty where they left the step out. */
    public String words() {
        return kind == Kind.SKIPPED || text == null ? "" : text;
    }

    /** Events write themselves; findings are what people learned; a skipped step is one that was left out. */
    public enum Kind {
        EVENT,
        FINDING,
        SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
