package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Timeline;
import org.springframework.stereotype.Component;

/** Only those whom an incident concerns may know of it from now on. There is no way back: nobody can unsay it. */
@Component
class Restriction {

    /** The box that it happens at. */
    static final String RESTRICTED = "StartEvent_incidentRestricted";

    private final Incidents incidents;
    private final Timeline timeline;
    private final IntoCircle circle;
    private final IncidentProcess process;

    Restriction(Incidents incidents, Timeline timeline, IntoCircle circle, IncidentProcess process) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.circle = circle;
        this.process = process;
    }

    /** @return whether its diagram heard of it; one of an older version does not */
    boolean begin(IncidentId id, String person, String because) {
        var tenant = Circles.another();
        incidents.restricted(id, tenant, because);
        timeline.happened(id, RESTRICTED, "Incident restricted", person, because);
        circle.move(id, tenant);
        return process.tellDiagram(id, "incidentRestricted");
    }
}
