package dev.ensemble.incident;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * An alert that somebody has to decide about, or has; all repeats of it belong to it.
 *
 * @param key what repeats have in common
 * @param source the kind of monitoring that sent it
 * @param service as the catalogue names it, {@code null} where the alert names none that it lists
 * @param condition as an incident would be reported with
 * @param restricted whether it is for the group security only, until there is an incident
 * @param askAgainAfter ISO-8601 duration
 * @param askAtMost how often it is said again
 * @param decidedBy user id, {@code null} while it is open
 * @param incident what came of it, {@code null} for none
 * @param mark what we look for before we say it again
 * @param firstTriedAt {@code null} until it was first sent
 * @param stamp by which Slack knows its message, {@code null} where it was not said
 */
public record Triage(
        TriageId id,
        String key,
        String source,
        String sourceName,
        String name,
        String summary,
        String service,
        Condition condition,
        boolean restricted,
        Instant openedAt,
        String askAgainAfter,
        int askAtMost,
        int askedAgain,
        State state,
        String decidedBy,
        Instant decidedAt,
        String reason,
        IncidentId incident,
        UUID mark,
        Instant firstTriedAt,
        Instant saidAt,
        String stamp) {

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** What was decided. */
    public enum State {
        OPEN,
        DECLARED,
        JOINED,
        DISMISSED;

        public static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the first alert says, and what the routing table makes of it. */
    public record First(
            String key,
            String source,
            String sourceName,
            String name,
            String summary,
            String service,
            Condition condition,
            String askAgainAfter,
            int askAtMost) {

        boolean isRestricted() {
            return condition == Condition.INSECURE;
        }
    }
}
