package dev.ensemble.api;

import dev.ensemble.process.Sight;
import dev.ensemble.process.Skipping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leaves out a required step of the live stages; answers with the incident as it is then. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/skip")
class SkipsApi {

    private final Skipping skipping;
    private final Sight sight;
    private final WholeIncidents whole;

    SkipsApi(Skipping skipping, Sight sight, WholeIncidents whole) {
        this.skipping = skipping;
        this.sight = sight;
        this.whole = whole;
    }

    /** Leaves out a required step, as the moderator. */
    @PostMapping
    WholeIncident skip(@PathVariable String id, @RequestBody(required = false) Step step) {
        var incident = sight.get(id).id();
        skipping.skipped(incident, step == null ? null : step.task());
        return whole.get(incident);
    }

    /** @param task its name in the diagram; may be left out where only one is required now */
    record Step(String task) {}
}
