package dev.ensemble.incident;

import java.time.Instant;
import java.util.Locale;

/**
 * A role that its holder offers to somebody, and what became of it.
 *
 * @param from user id of who holds the role, and goes on to until it is accepted
 * @param to user id of who is asked
 * @param briefing what the next holder should know; may be empty
 * @param answeredAt when it ended, {@code null} while it is open
 * @param endedBy user id, {@code null} where nobody's act ended it
 * @param reason why it was declined or the role taken over, {@code null} where nobody said
 */
public record HandOver(
        IncidentId incident,
        Role role,
        String from,
        String to,
        String briefing,
        Instant offeredAt,
        Instant answeredAt,
        Outcome outcome,
        String endedBy,
        String reason) {

    /** The longest briefing, in characters. */
    public static final int LONGEST_BRIEFING = 4000;

    /** Open, answered either way, not answered in time, taken back, or ended with the meeting or by a take-over. */
    public enum Outcome {
        OPEN,
        ACCEPTED,
        DECLINED,
        NO_ANSWER,
        TAKEN_BACK,
        OVER,
        TAKEN_OVER;

        /** @throws IllegalArgumentException when no outcome is spelled so */
        public static Outcome of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
