package dev.ensemble.incident;

import java.time.Instant;

/**
 * One incident.
 *
 * @param reportedAs what was wrong when it was reported; the response plan goes by it
 * @param condition what is wrong now
 * @param reporter user id
 * @param restoredAt {@code null} until a fix was verified
 * @param closedAt {@code null} until every follow-up has ended
 * @param noFollowUpsBecause why nothing is to be done, {@code null} where something is
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
        String noFollowUpsBecause) {

    public boolean isRestored() {
        return condition == Condition.RESTORED;
    }

    /** Roles are asked for until the meeting is over. */
    public boolean asksForRoles() {
        return stage.compareTo(Stage.FOLLOW_UP) < 0;
    }

    public boolean isClosed() {
        return stage == Stage.CLOSED;
    }
}
