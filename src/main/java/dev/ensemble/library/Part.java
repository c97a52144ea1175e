package dev.ensemble.library;

import java.util.Locale;

/**
 * A piece of what the record says about an incident.
 *
 * @param kind what it is
 * @param text as it was entered
 */
record Part(Kind kind, String text) {

    /** What a text is, those that say most about the incident first. */
    enum Kind {
        SUMMARY,
        CAUSE,
        LESSON,
        WENT_WELL,
        LUCK,
        OUTCOME,
        FOLLOW_UP,
        FINDING,
        EVENT,
        SERVICE,
        NUMBER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
