package dev.ensemble.api;

import dev.ensemble.alerts.Alerts;
import dev.ensemble.api.WholeIncident.MeetingView;
import dev.ensemble.api.WholeIncident.MemberView;
import dev.ensemble.api.WholeIncident.MessageView;
import dev.ensemble.api.WholeIncident.RoleView;
import dev.ensemble.api.WholeIncident.SkippedStepView;
import dev.ensemble.api.WholeIncident.TenureView;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Triages;
import dev.ensemble.incident.Wording;
import dev.ensemble.incident.Wording.Hint;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Sight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Incidents with all that belongs to them, gathered from the record. */
@Component
class WholeIncidents {

    private final IncidentProcess process;
    private final Sight sight;
    private final Tenures tenures;
    private final Members members;
    private final HandOvers handOvers;
    private final Meetings meetings;
    private final Learned learned;
    private final Wording wording;
    private final Recurrences recurrences;
    private final FollowUps followUps;
    private final Triages triages;
    private final Alerts alerts;
    private final SkippedSteps skippedSteps;
    private final Messages messages;
    private final Obligations obligations;
    private final OutsideUpdates updates;
    private final Links links;

    WholeIncidents(
            IncidentProcess process,
            Sight sight,
            Tenures tenures,
            Members members,
            HandOvers handOvers,
            Meetings meetings,
            Learned learned,
            Wording wording,
            Recurrences recurrences,
            FollowUps followUps,
            Triages triages,
            Alerts alerts,
            SkippedSteps skippedSteps,
            Messages messages,
            Obligations obligations,
            OutsideUpdates updates,
            Links links) {
        this.process = process;
        this.sight = sight;
        this.tenures = tenures;
        this.members = members;
        this.handOvers = handOvers;
        this.meetings = meetings;
        this.learned = learned;
        this.wording = wording;
        this.recurrences = recurrences;
        this.followUps = followUps;
        this.triages = triages;
        this.alerts = alerts;
        this.skippedSteps = skippedSteps;
        this.messages = messages;
        this.obligations = obligations;
        this.updates = updates;
        this.links = links;
    }

    /** @throws dev.ensemble.incident.UnknownIncident when there is none of this number, or it is not for whoever asks */
    WholeIncident get(IncidentId id) {
        return whole(sight.get(id));
    }

    /** What they have just turned another way, as it is now; empty when it is not for them any more. */
    Optional<WholeIncident> asItIsNow(IncidentId id) {
        return sight.look(id).map(this::whole);
    }

    /** What they have just reported, as it was taken down; where they may not look at it, no more than they said. */
    Object reported(IncidentId id) {
        return sight.look(id)
                .<Object>map(incident -> WholeIncident.reported(IncidentView.of(incident, links), similar(id)))
                .orElseGet(() -> IncidentView.of(sight.reported(id), links));
    }

    private WholeIncident whole(Incident incident) {
        var id = incident.id();
        var insights = learned.of(id);
        return new WholeIncident(
                IncidentView.of(incident, links),
                Stream.concat(
                                tenures.now(id).stream()
                                        .map(tenure -> RoleView.of(tenure, handOvers.open(id, tenure.role()))),
                                members.now(id).stream().map(RoleView::of))
                        .toList(),
                process.openTasks(id),
                tenures.all(id).stream().map(TenureView::of).toList(),
                members.all(id).stream().map(MemberView::of).toList(),
                meetings.of(id)
                        .map(meeting -> MeetingView.of(meeting, meetings.guests(id)))
                        .orElse(null),
                texts(insights, Kind.CAUSE),
                texts(insights, Kind.LESSON),
                views(insights),
                followUps.of(id).stream().map(FollowUpView::of).toList(),
                similar(id),
                triages.of(id).stream()
                        .map(triage -> AlertView.of(triage, alerts))
                        .toList(),
                skippedSteps.of(id).stream().map(SkippedStepView::of).toList(),
                messages.of(id).stream().map(MessageView::of).toList(),
                obligations.of(id).stream().map(ObligationView::of).toList(),
                updates.of(id).stream()
                        .map(update -> UpdateView.of(update, messages))
                        .toList());
    }

    private List<SimilarView> similar(IncidentId id) {
        var found = recurrences.of(id);
        var promised = followUps.of(
                found.stream().map(similar -> similar.earlier().id()).toList());
        return found.stream()
                .map(similar -> SimilarView.of(
                        similar, promised.getOrDefault(similar.earlier().id(), List.of())))
                .toList();
    }

    private static List<String> texts(List<Insight> insights, Kind kind) {
        return insights.stream()
                .filter(insight -> insight.kind() == kind)
                .map(Insight::text)
                .toList();
    }

    private List<LearnedView> views(List<Insight> insights) {
        var hints = insights.isEmpty() ? List.<Hint>of() : wording.hints();
        return insights.stream().map(insight -> LearnedView.of(insight, hints)).toList();
    }
}
