package dev.ensemble.incident;

import java.time.Instant;
import java.util.Locale;

/**
 * An earlier incident in which the same may have happened.
 *
 * @param words how many different words the summary of the later one has
 * @param wordsAlike how many of them the summary or the causes of the earlier one have, too
 * @param decidedBy user id, {@code null} until somebody says whether it was the same
 */
public record Recurrence(
        IncidentId incident,
        Incident earlier,
        Rule rule,
        int words,
        int wordsAlike,
        State state,
        String decidedBy,
        Instant decidedAt) {

    /** How alike they read, from 0 to 100. */
    public int score() {
        return words == 0 ? 0 : 100 * wordsAlike / words;
    }

    /** Whether the earlier one is not over: then the two may be one. */
    public boolean isGoingOn() {
        return earlier.restoredAt() == null && earlier.closedAt() == null;
    }

    /** Why it may be the same, in a sentence. */
    public String why() {
        var alike = "%d of %d words of the summary are in its summary or causes.".formatted(wordsAlike, words);
        return switch (rule) {
            case SAME_ALERT -> "The same alert was about it; %s".formatted(alike);
            case SAME_CONDITION ->
                isGoingOn()
                        ? "%s is open, and %s is %s; %s"
                                .formatted(earlier.id(), earlier.service(), earlier.condition(), alike)
                        : "%s was %s then, too; %s".formatted(earlier.service(), earlier.reportedAs(), alike);
            case ALIKE -> "It reads alike: %s".formatted(alike);
            case NAMED -> "Somebody names it; %s".formatted(alike);
        };
    }

    /** By what it was found. */
    public enum Rule {
        SAME_ALERT,
        SAME_CONDITION,
        ALIKE,
        NAMED;

        /** @throws IllegalArgumentException when no rule is spelled so */
        static Rule of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What people say to it. */
    public enum State {
        SUGGESTED,
        CONFIRMED,
        REJECTED;

        /** @throws IllegalArgumentException when no state is spelled so */
        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
