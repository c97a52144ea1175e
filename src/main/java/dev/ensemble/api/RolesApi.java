package dev.ensemble.api;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.process.IncidentProcess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes roles and gives them up. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/roles/{role}/holder")
class RolesApi {

    private final IncidentProcess process;
    private final Incidents incidents;

    RolesApi(IncidentProcess process, Incidents incidents) {
        this.process = process;
        this.incidents = incidents;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String id, @PathVariable String role, @RequestBody Holder holder) {
        if (holder.person() == null || holder.person().isBlank()) {
            throw new Refused("person", "Give the user id of who takes the role.");
        }
        process.taken(known(id), new Role(role), holder.person().strip());
    }

    /** @param reason shown to everyone; may be left out */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp(@PathVariable String id, @PathVariable String role, @RequestParam(required = false) String reason) {
        process.givenUp(known(id), new Role(role), reason);
    }

    private IncidentId known(String id) {
        return incidents.get(IncidentId.of(id)).id();
    }

    record Holder(String person) {}
}
