package dev.ensemble.incident;

import java.util.List;
import java.util.Locale;

/**
 * One thing that the team understood together.
 *
 * @param entries ids of the moments of the timeline that it was learned from
 */
public record Insight(Kind kind, String text, List<Long> entries) {

    /** Without a moment of the timeline. */
    public Insight(Kind kind, String text) {
        this(kind, text, List.of());
    }

    /** There is hardly ever only one of each, and never the one root cause. */
    public enum Kind {
        CAUSE,
        LESSON,
        WENT_WELL,
        LUCK;

        /** @throws IllegalArgumentException when no kind is spelled so */
        public static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
