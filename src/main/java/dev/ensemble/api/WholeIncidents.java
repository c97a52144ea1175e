package dev.ensemble.api;

import dev.ensemble.api.WholeIncident.FollowUpView;
import dev.ensemble.api.WholeIncident.MessageView;
import dev.ensemble.api.WholeIncident.RoleView;
import dev.ensemble.api.WholeIncident.TenureView;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Wording;
import dev.ensemble.incident.Wording.Hint;
import dev.ensemble.process.IncidentProcess;
import java.util.List;
import org.springframework.stereotype.Component;

/** Incidents with all that belongs to them, gathered from the record. */
@Component
class WholeIncidents {

    private final IncidentProcess process;
    private final Incidents incidents;
    private final Tenures tenures;
    private final HandOvers handOvers;
    private final Meetings meetings;
    private final Learned learned;
    private final Wording wording;
    private final Recurrences recurrences;
    private final FollowUps followUps;
    private final Messages messages;
    private final Links links;

    WholeIncidents(
            IncidentProcess process,
            Incidents incidents,
            Tenures tenures,
            HandOvers handOvers,
            Meetings meetings,
            Learned learned,
            Wording wording,
            Recurrences recurrences,
            FollowUps followUps,
            Messages messages,
            Links links) {
        this.process = process;
        this.incidents = incidents;
        this.tenures = tenures;
        this.handOvers = handOvers;
        this.meetings = meetings;
        this.learned = learned;
        this.wording = wording;
        this.recurrences = recurrences;
        this.followUps = followUps;
        this.messages = messages;
        this.links = links;
    }

    /** @throws dev.ensemble.incident.UnknownIncident when there is none of this number */
    WholeIncident get(IncidentId id) {
        return new WholeIncident(
                IncidentView.of(incidents.get(id), links),
                tenures.now(id).stream()
                        .map(tenure -> RoleView.of(tenure, handOvers.open(id, tenure.role())))
                        .toList(),
                process.openTasks(id),
                tenures.all(id).stream().map(TenureView::of).toList(),
                meetings.of(id).orElse(null),
                learned.causes(id),
                learned.lessons(id),
                learned(id),
                followUps.of(id).stream().map(FollowUpView::of).toList(),
                recurrences.of(id).stream()
                        .map(found -> SimilarView.of(
                                found, followUps.of(found.earlier().id())))
                        .toList(),
                messages.of(id).stream().map(MessageView::of).toList());
    }

    private List<LearnedView> learned(IncidentId id) {
        var insights = learned.of(id);
        var hints = insights.isEmpty() ? List.<Hint>of() : wording.hints();
        return insights.stream().map(insight -> LearnedView.of(insight, hints)).toList();
    }
}
