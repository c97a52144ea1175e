package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.Timeline;
import org.springframework.stereotype.Component;

/** How far an incident has come, where what somebody wants to do with it depends on that. */
@Component
class Standing {

    static final String REOPENED = "BoundaryEvent_reopened";

    private final Incidents incidents;
    private final Timeline timeline;

    Standing(Incidents incidents, Timeline timeline) {
        this.incidents = incidents;
        this.timeline = timeline;
    }

    /** @throws Conflict when it is over */
    Incident goingOn(IncidentId id) {
        var incident = incidents.get(id);
        if (incident.isOver()) {
            throw new Conflict("%s is %s.".formatted(id, incident.stage()));
        }
        return incident;
    }

    /**
     * @param therefore what follows where it was
     * @throws Conflict when its service works again, or did before it broke again, or the incident is over
     */
    Incident neverRestored(IncidentId id, String therefore) {
        var incident = goingOn(id);
        if (incident.isRestored() || incident.stage().compareTo(Stage.FIX) > 0) {
            throw new Conflict("%s is restored. %s".formatted(id, therefore));
        }
        if (timeline.latest(id, REOPENED).isPresent()) {
            throw new Conflict("%s was restored before it broke again. %s".formatted(id, therefore));
        }
        return incident;
    }
}
