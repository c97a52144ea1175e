package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Restrictions;
import dev.ensemble.incident.Timeline;
import org.springframework.stereotype.Component;

/** Only those whom an incident concerns may know of it from now on. There is no way back: nobody can unsay it. */
@Component
class Restriction {

    /** The box that it happens at. */
    static final String RESTRICTED = "StartEvent_incidentRestricted";

    private final Restrictions restrictions;
    private final Timeline timeline;
    private final IntoCircle circle;
    private final IncidentProcess process;

    Restriction(Restrictions restrictions, Timeline timeline, IntoCircle circle, IncidentProcess process) {
        this.restrictions = restrictions;
        this.timeline = timeline;
        this.circle = circle;
        this.process = process;
    }

    /** @return whether its diagram heard of it; one of an older version does not */
    boolean begin(IncidentId id, String person, String because) {
        var tenant = Circles.another();
        restrictions.begin(id, tenant, because);
        timeline.happened(id, RESTRICTED, "Incident restricted", person, because);
        circle.move(id, tenant);
        return process.tellDiagram(id, "incidentRestricted");
    }
}
