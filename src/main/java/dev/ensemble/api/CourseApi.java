package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.process.Course;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns an incident another way while it runs; answers with the incident as it is then. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
@ApiResponse(responseCode = "200", description = "The incident as it is now.", useReturnTypeSchema = true)
@ApiResponse(responseCode = "204", description = "Done; the incident is not for the caller to see any more.")
class CourseApi {

    private final Course course;
    private final Sight sight;
    private final WholeIncidents whole;

    CourseApi(Course course, Sight sight, WholeIncidents whole) {
        this.course = course;
        this.sight = sight;
        this.whole = whole;
    }

    /** Says that the condition has changed. */
    @PostMapping("/condition")
    ResponseEntity<WholeIncident> condition(@PathVariable String id, @RequestBody ConditionNow now) {
        var incident = known(id);
        course.conditionChanged(incident, now.condition(), now.note());
        return now(incident);
    }

    /** It was nothing. */
    @PostMapping("/retract")
    ResponseEntity<WholeIncident> retract(@PathVariable String id, @RequestBody Reason why) {
        var incident = known(id);
        course.retracted(incident, why.reason());
        return now(incident);
    }

    /** It broke again. */
    @PostMapping("/reopen")
    ResponseEntity<WholeIncident> reopen(@PathVariable String id, @RequestBody Reason why) {
        var incident = known(id);
        course.reopened(incident, why.reason());
        return now(incident);
    }

    /** It is a part of another. */
    @PostMapping("/merge")
    ResponseEntity<WholeIncident> merge(@PathVariable String id, @RequestBody Other other) {
        var incident = known(id);
        course.merged(incident, other.into());
        return now(incident);
    }

    /** Only a few people may know of it, from now on. */
    @PostMapping("/restrict")
    ResponseEntity<WholeIncident> restrict(@PathVariable String id, @RequestBody Reason why) {
        var incident = known(id);
        course.restricted(incident, why.reason());
        return now(incident);
    }

    /** Without a word where it is not for them any more. */
    private ResponseEntity<WholeIncident> now(IncidentId incident) {
        return whole.asItIsNow(incident)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private IncidentId known(String id) {
        return sight.get(id).id();
    }

    /** @param note shown to everyone; may be left out */
    record ConditionNow(
            @Schema(
                    requiredMode = REQUIRED,
                    allowableValues = {"down", "degraded", "insecure"})
            String condition,

            String note) {}

    record Reason(@Schema(requiredMode = REQUIRED) String reason) {}

    /** @param into the number of the incident that this one is a part of */
    record Other(@Schema(requiredMode = REQUIRED) String into) {}
}
