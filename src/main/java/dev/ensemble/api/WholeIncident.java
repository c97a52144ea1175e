package dev.ensemble.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.Meetings.Meeting;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Tenure;
import dev.ensemble.process.IncidentProcess.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An incident with everything that the record keeps about it, but what people wrote alone. What is not there yet is left
 * out. People are user ids.
 *
 * @param roles who holds which now
 * @param tenures who held which when, by the time they began
 * @param meeting absent until it is scheduled
 * @param messages what was said or is to be said outside, in this order
 */
record WholeIncident(
        @JsonUnwrapped IncidentView incident,
        List<RoleView> roles,
        List<OpenTask> openTasks,
        List<TenureView> tenures,
        Meeting meeting,
        List<String> causes,
        List<String> lessons,
        List<FollowUpView> followUps,
        List<MessageView> messages) {

    /**
     * Who holds a role now.
     *
     * @param offeredTo who is asked to take it over, absent where nobody is
     */
    record RoleView(String role, String holder, Instant since, String offeredTo) {

        static RoleView of(Tenure tenure, Optional<HandOver> offer) {
            return new RoleView(
                    tenure.role().key(),
                    tenure.person(),
                    tenure.since(),
                    offer.map(HandOver::to).orElse(null));
        }
    }

    /**
     * @param until absent while it lasts
     * @param from the incident in which it was held, where that was merged into another; absent otherwise
     */
    record TenureView(String role, String holder, Instant since, Instant until, String reason, String from) {

        static TenureView of(Tenure tenure) {
            return new TenureView(
                    tenure.role().key(),
                    tenure.person(),
                    tenure.since(),
                    tenure.until(),
                    tenure.reason(),
                    tenure.from() == null ? null : tenure.from().toString());
        }
    }

    /**
     * @param words the name of its words under {@code bpmn/messages}
     * @param text absent for an edit until it is said: it tells how things stand then
     * @param settledAt absent until it was said, handed over, or not needed
     */
    record MessageView(String kind, String words, String text, String state, Instant addedAt, Instant settledAt) {

        static MessageView of(Message message) {
            return new MessageView(
                    message.kind().toString(),
                    message.words(),
                    message.text(),
                    message.state().toString(),
                    message.addedAt(),
                    message.settledAt());
        }
    }
}
