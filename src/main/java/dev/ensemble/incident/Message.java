package dev.ensemble.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Something to be said, and what became of it.
 *
 * @param way how it goes out
 * @param address where to, {@code null} where the incident itself is said
 * @param subject of a mail, {@code null} for all else
 * @param words the name of the words under {@code bpmn/messages}
 * @param about the role, follow-up, audience or person it is about, {@code null} for the incident
 * @param text as it is to be said; {@code null} for an edit, which says how things stand when its turn comes
 * @param calendar what goes into the reader's calendar with a mail, {@code null} for all else
 * @param mark what we look for before we say it again
 * @param addedAt when it was written down
 * @param firstTriedAt {@code null} until it was first sent
 * @param settledAt {@code null} until it was said, handed over, or not needed
 * @param channel where it stands, {@code null} until it was said
 * @param stamp which message it is there, {@code null} until it was said
 * @param takesBack the message that is changed to this one's text, {@code null} for all others
 */
public record Message(
        long id,
        IncidentId incident,
        Kind kind,
        Way way,
        String address,
        String subject,
        String words,
        String about,
        String text,
        String calendar,
        UUID mark,
        State state,
        Instant addedAt,
        Instant firstTriedAt,
        Instant settledAt,
        String channel,
        String stamp,
        Long takesBack) {

    /** Whether it says how things stand when its turn comes, and not what was written down. */
    public boolean isAnnouncement() {
        return kind == Kind.ANNOUNCEMENT || kind == Kind.EDIT;
    }

    /** Whether it keeps to working hours. */
    public boolean canWait() {
        return kind.canWait();
    }

    /**
     * The announcement, an edit of it, a reply in its thread, or word to people outside; what reminds people there, or in the
     * channel when it is of several incidents; an invitation to the meeting; somebody let into a private channel; what was said
     * taken back.
     */
    public enum Kind {
        ANNOUNCEMENT,
        EDIT,
        REPLY,
        OUTSIDE,
        REMINDER,
        ROUND_UP,
        INVITATION,
        LETTING_IN,
        TAKING_BACK;

        private static final Set<Kind> CAN_WAIT = EnumSet.of(REMINDER, ROUND_UP);

        /** What is said after these does not wait for them. */
        static final Set<Kind> HOLDING_UP_NOTHING = EnumSet.of(REMINDER, ROUND_UP, LETTING_IN, TAKING_BACK);

        /** Whether it keeps to working hours. */
        public boolean canWait() {
            return CAN_WAIT.contains(this);
        }

        public static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Waiting for its turn, being said, said, handed to a person, said by that person, or not needed after all. */
    public enum State {
        DUE,
        TRYING,
        SAID,
        HANDED_OVER,
        SAID_BY_HAND,
        NOT_NEEDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
