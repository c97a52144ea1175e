package dev.ensemble.api;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.process.Course;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns an incident another way while it runs; answers with the incident as it is then. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
class CourseApi {

    private final Course course;
    private final Incidents incidents;
    private final WholeIncidents whole;

    CourseApi(Course course, Incidents incidents, WholeIncidents whole) {
        this.course = course;
        this.incidents = incidents;
        this.whole = whole;
    }

    @PostMapping("/condition")
    WholeIncident condition(@PathVariable String id, @RequestBody ConditionNow now) {
        var incident = known(id);
        course.conditionChanged(incident, now.condition(), now.note());
        return whole.get(incident);
    }

    @PostMapping("/retract")
    WholeIncident retract(@PathVariable String id, @RequestBody Reason why) {
        var incident = known(id);
        course.retracted(incident, why.reason());
        return whole.get(incident);
    }

    @PostMapping("/reopen")
    WholeIncident reopen(@PathVariable String id, @RequestBody Reason why) {
        var incident = known(id);
        course.reopened(incident, why.reason());
        return whole.get(incident);
    }

    @PostMapping("/merge")
    WholeIncident merge(@PathVariable String id, @RequestBody Other other) {
        var incident = known(id);
        course.merged(incident, other.into());
        return whole.get(incident);
    }

    private IncidentId known(String id) {
        return incidents.get(IncidentId.of(id)).id();
    }

    /** @param note shown to everyone; may be left out */
    record ConditionNow(String condition, String note) {}

    record Reason(String reason) {}

    /** @param into the number of the incident that this one is a part of */
    record Other(String into) {}
}
