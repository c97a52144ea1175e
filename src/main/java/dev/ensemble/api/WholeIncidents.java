package dev.ensemble.api;

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
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
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
            FollowUps followUps,
            Messages messages,
            Links links) {
        this.process = process;
        this.incidents = incidents;
        this.tenures = tenures;
        this.handOvers = handOvers;
        this.meetings = meetings;
        this.learned = learned;
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
                followUps.of(id).stream().map(FollowUpView::of).toList(),
                messages.of(id).stream().map(MessageView::of).toList());
    }
}
