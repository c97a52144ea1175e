package dev.ensemble.api;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.IncidentId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A promise, and what became of it. What is not there is left out. People are user ids.
 *
 * @param task the id of the task in a diagram that it changes
 * @param didNotHoldIn the incident that showed that it did not hold
 */
record FollowUpView(
        long id,
        String action,
        String owner,
        LocalDate due,
        String doneWhen,
        String kind,
        String task,
        String ticket,
        boolean learningFriendly,
        String state,
        String evidence,
        String verifiedBy,
        Instant verifiedAt,
        String reason,
        Instant endedAt,
        String didNotHoldIn) {

    static FollowUpView of(FollowUp followUp) {
        return new FollowUpView(
                followUp.id(),
                followUp.action(),
                followUp.owner(),
                followUp.due(),
                followUp.doneWhen(),
                followUp.kind() == null ? null : followUp.kind().toString(),
                followUp.task(),
                followUp.ticket(),
                followUp.learningFriendly(),
                followUp.state().toString(),
                followUp.evidence(),
                followUp.verifiedBy(),
                followUp.verifiedAt(),
                followUp.reason(),
                followUp.endedAt(),
                number(followUp.didNotHoldIn()));
    }

    private static String number(IncidentId incident) {
        return incident == null ? null : incident.toString();
    }
}
