package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.process.SameAgain;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether an incident is a repeat of an earlier one; answers with the incident as it is then. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/recurrences/{earlier}")
class RecurrencesApi {

    private final SameAgain again;
    private final Sight sight;
    private final WholeIncidents whole;

    RecurrencesApi(SameAgain again, Sight sight, WholeIncidents whole) {
        this.again = again;
        this.sight = sight;
        this.whole = whole;
    }

    /** Says whether the same has happened again. */
    @PutMapping
    WholeIncident decide(@PathVariable String id, @PathVariable String earlier, @RequestBody Decision decision) {
        var incident = known(id);
        again.decided(incident, known(earlier), decision.same());
        return whole.get(incident);
    }

    private IncidentId known(String id) {
        return sight.get(id).id();
    }

    /** @param same whether the same has happened again */
    record Decision(@Schema(requiredMode = REQUIRED) Boolean same) {}
}
