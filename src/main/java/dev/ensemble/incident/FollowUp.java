package dev.ensemble.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * An action that the meeting promised.
 *
 * @param owner user id
 * @param due the day by whose end it is meant to be done
 * @param doneWhen what a second person will look for
 * @param evidence what the owner showed, {@code null} until then
 * @param verifiedBy user id, {@code null} until somebody else looked
 * @param reason why it was declined or let go, {@code null} otherwise
 * @param endedAt {@code null} until it has ended
 */
public record FollowUp(
        long id,
        IncidentId incident,
        String action,
        String owner,
        LocalDate due,
        String doneWhen,
        State state,
        String evidence,
        String verifiedBy,
        Instant verifiedAt,
        String reason,
        Instant endedAt) {

    /** Where a follow-up stands. */
    public enum State {
        AGREED,
        ACCEPTED,
        DONE,
        VERIFIED,
        ENDED,
        DECLINED,
        LET_GO;

        /** @throws IllegalArgumentException when no state is spelled so */
        public static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
