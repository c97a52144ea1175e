package dev.ensemble.incident;

import java.time.Instant;

/**
 * One incident.
 *
 * @param reportedAs what was wrong when it was reported; the response plan goes by it
 * @param condition what is wrong now
 * @param reporter user id
 * @param restoredAt {@code null} until a fix was verified
 * @param closedAt {@code null} until it is over: every follow-up has ended, it was retracted, or merged
 * @param noFollowUpsBecause why nothing is to be done, {@code null} where something is
 * @param retractedBecause why it was nothing, {@code null} where it was something
 * @param mergedInto the incident that it is a part of, {@code null} where it stands for itself
 * @param circle the tenant that what the engine keeps about it belongs to, {@code null} while everybody may see it
 * @param restrictedAt {@code null} while everybody may see it
 * @param place where a restricted incident is said: a private channel's id or {@link #NOWHERE}; {@code null} until that is
 *     known
 */
public record Incident(
        IncidentId id,
        String service,
        Condition reportedAs,
        Condition condition,
        Stage stage,
        String summary,
        String reporter,
        boolean restricted,
        boolean drill,
        Instant reportedAt,
        Instant restoredAt,
        Instant closedAt,
        String noFollowUpsBecause,
        String retractedBecause,
        IncidentId mergedInto,
        String circle,
        Instant restrictedAt,
        String place) {

    /** The place of an incident that is said nowhere. */
    public static final String NOWHERE = "none";

    public boolean isRestored() {
        return condition == Condition.RESTORED;
    }

    /** Roles are asked for until the meeting is over. */
    public boolean asksForRoles() {
        return stage.compareTo(Stage.FOLLOW_UP) < 0;
    }

    /** Whether nothing more is to be done, in whichever way it ended. */
    public boolean isOver() {
        return closedAt != null;
    }

    public boolean isClosed() {
        return stage == Stage.CLOSED;
    }
}
