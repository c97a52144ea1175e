package dev.ensemble.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.List;

/**
 * A follow-up as lists over many incidents show it.
 *
 * @param incident the number of the incident that it comes from
 * @param taskName what people call the task that it changes
 * @param overdue whether its day is over and it is not done
 */
record ListedFollowUp(
        @JsonUnwrapped FollowUpView followUp, String incident, String service, String taskName, boolean overdue) {

    /** What the columns of a table of them are called. */
    static final List<String> COLUMNS = List.of(
            "id",
            "incident",
            "service",
            "action",
            "owner",
            "due",
            "doneWhen",
            "kind",
            "task",
            "ticket",
            "learningFriendly",
            "state",
            "overdue",
            "evidence",
            "verifiedBy",
            "verifiedAt",
            "reason",
            "endedAt",
            "didNotHoldIn");

    List<String> row() {
        return Arrays.asList(
                text(followUp.id()),
                incident,
                service,
                followUp.action(),
                followUp.owner(),
                text(followUp.due()),
                followUp.doneWhen(),
                followUp.kind(),
                followUp.task(),
                followUp.ticket(),
                text(followUp.learningFriendly()),
                followUp.state(),
                text(overdue),
                followUp.evidence(),
                followUp.verifiedBy(),
                text(followUp.verifiedAt()),
                followUp.reason(),
                text(followUp.endedAt()),
                followUp.didNotHoldIn());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
