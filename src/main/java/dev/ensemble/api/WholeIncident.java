package dev.ensemble.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Member;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.SkippedStep;
import dev.ensemble.incident.Tenure;
import dev.ensemble.process.IncidentProcess.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An incident with everything that the record keeps about it, but what people wrote alone. What is not there yet is left
 * out. People are user ids.
 *
 * @param roles who holds which now, those of the Ensemble among them
 * @param tenures who held which when, by the time they began
 * @param ensemble who joined when, by the time they did
 * @param meeting absent until it is scheduled
 * @param learned causes, lessons, what went well and luck, in the order they were written down
 * @param similar earlier incidents in which the same may have happened, the most alike first
 * @param alerts what the monitoring said that it is about
 * @param messages what was said or is to be said outside, in this order
 * @param obligations what people outside are or were owed
 * @param updates what they were told, oldest first
 */
record WholeIncident(
        @JsonUnwrapped IncidentView incident,
        List<RoleView> roles,
        List<OpenTask> openTasks,
        List<TenureView> tenures,
        List<MemberView> ensemble,
        MeetingView meeting,
        List<String> causes,
        List<String> lessons,
        List<LearnedView> learned,
        List<FollowUpView> followUps,
        List<SimilarView> similar,
        List<AlertView> alerts,
        List<SkippedStepView> skippedSteps,
        List<MessageView> messages,
        List<ObligationView> obligations,
        List<UpdateView> updates) {

    /** One that has just been reported: nothing has happened yet. */
    static WholeIncident reported(IncidentView incident, List<SimilarView> similar) {
        return new WholeIncident(
                incident, List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of(), List.of(), List.of(),
                similar, List.of(), List.of(), List.of(), List.of(), List.of());
    }

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

        static RoleView of(Member member) {
            return new RoleView(member.role().key(), member.person(), member.since(), null);
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
     * @param until absent while they are in
     * @param from the incident that they joined, where that was merged into another; absent otherwise
     */
    record MemberView(String role, String person, Instant since, Instant until, String from) {

        static MemberView of(Member member) {
            return new MemberView(
                    member.role().key(),
                    member.person(),
                    member.since(),
                    member.until(),
                    member.from() == null ? null : member.from().toString());
        }
    }

    /**
     * @param at when it begins; in writing, when it ends
     * @param calledOff whether it broke again before
     * @param guests user ids of those who come without having taken part
     * @param heldAt absent until it was held
     */
    record MeetingView(
            Instant at, int minutes, boolean inWriting, boolean calledOff, List<String> guests, Instant heldAt) {

        static MeetingView of(Meeting meeting, List<String> guests) {
            return new MeetingView(
                    meeting.at(),
                    meeting.minutes(),
                    meeting.inWriting(),
                    meeting.calledOff(),
                    guests,
                    meeting.heldAt());
        }
    }

    /**
     * A required step that was left out.
     *
     * @param reason absent until they said why
     */
    record SkippedStepView(String task, String label, String person, Instant at, String reason) {

        static SkippedStepView of(SkippedStep step) {
            return new SkippedStepView(step.task(), step.label(), step.person(), step.at(), step.reason());
        }
    }

    /**
     * @param way how it goes out
     * @param address where to, absent where the incident itself is said
     * @param words the name of its words under {@code bpmn/messages}
     * @param text absent for an edit until it is said: it tells how things stand then
     * @param settledAt absent until it was said, handed over, or not needed
     */
    record MessageView(
            String kind,
            String way,
            String address,
            String words,
            String text,
            String state,
            Instant addedAt,
            Instant settledAt) {

        static MessageView of(Message message) {
            return new MessageView(
                    message.kind().toString(),
                    message.way().toString(),
                    message.address(),
                    message.words(),
                    message.text(),
                    message.state().toString(),
                    message.addedAt(),
                    message.settledAt());
        }
    }
}
