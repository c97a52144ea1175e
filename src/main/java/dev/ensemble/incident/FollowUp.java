package dev.ensemble.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An action that the meeting promised.
 *
 * @param owner user id
 * @param due the day by whose end it is meant to be done
 * @param doneWhen what a second person will look for
 * @param kind what it is good for, {@code null} where nobody said
 * @param task the id of the task in a diagram that it changes, {@code null} where it changes none
 * @param ticket the address of a ticket elsewhere, {@code null} where there is none
 * @param learningFriendly whether it is fit for somebody new to the service
 * @param evidence what the owner showed, {@code null} until then
 * @param verifiedBy user id, {@code null} until somebody else looked
 * @param reason why it was declined or let go, {@code null} otherwise
 * @param endedAt {@code null} until it has ended
 * @param didNotHoldIn the incident that showed that it did not hold; {@code null} as long as it does, and where few may know
 *     of that incident
 */
public record FollowUp(
        long id,
        IncidentId incident,
        String action,
        String owner,
        LocalDate due,
        String doneWhen,
        Kind kind,
        String task,
        String ticket,
        boolean learningFriendly,
        State state,
        String evidence,
        String verifiedBy,
        Instant verifiedAt,
        String reason,
        Instant endedAt,
        IncidentId didNotHoldIn) {

    /** Whether it is still to be done, or to be looked at by a second person. */
    public boolean isOpen() {
        return State.OPEN.contains(state);
    }

    /** How things stand with it, as the end of a sentence. */
    public String standing() {
        return switch (state) {
            case AGREED -> "not accepted yet";
            case ACCEPTED -> "not done yet";
            case DONE -> "not verified yet";
            case VERIFIED -> "verified";
            case ENDED -> "verified and watched";
            case DID_NOT_HOLD -> didNotHoldIn == null ? "known not to hold" : "known not to hold since " + didNotHoldIn;
            case DECLINED -> "declined";
            case LET_GO -> "let go";
        };
    }

    /** Where a follow-up stands. */
    public enum State {
        AGREED,
        ACCEPTED,
        DONE,
        VERIFIED,
        ENDED,
        DID_NOT_HOLD,
        DECLINED,
        LET_GO;

        /** Still to be done, or to be looked at. */
        static final Set<State> OPEN = Set.of(AGREED, ACCEPTED, DONE);

        /** @throws IllegalArgumentException when no state is spelled so */
        public static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a follow-up is good for. */
    public enum Kind {
        PREVENT,
        DETECT,
        MITIGATE,
        LEARN,
        CHANGE_HOW_WE_RESPOND;

        /** Empty when no kind is spelled so. */
        public static Optional<Kind> named(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.toString().equals(text))
                    .findFirst();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
