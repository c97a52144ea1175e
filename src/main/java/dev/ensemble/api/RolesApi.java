package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.process.EnsembleProcess;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes roles and gives them up; as an expert or learner one joins the Ensemble and leaves it. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/roles/{role}/holder")
class RolesApi {

    private final IncidentProcess process;
    private final EnsembleProcess ensemble;
    private final Sight sight;
    private final People people;

    RolesApi(IncidentProcess process, EnsembleProcess ensemble, Sight sight, People people) {
        this.process = process;
        this.ensemble = ensemble;
        this.sight = sight;
        this.people = people;
    }

    /** Takes a role, or assigns one that nobody holds; as an expert or learner one joins. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String id, @PathVariable String role, @RequestBody Holder holder) {
        var incident = known(id);
        var person = holder.person() == null ? "" : holder.person().strip();
        if (person.isEmpty()) {
            throw new Refused("person", "Give the user id of who takes the role.");
        }
        if (!people.know(person)) {
            throw new Refused("person", "Nobody here has this user id. Give one that can log in.");
        }
        if (new Role(role).isOfEnsemble()) {
            ensemble.joined(incident, new Role(role), person);
        } else {
            process.taken(incident, new Role(role), person);
        }
    }

    /**
     * Gives a role up, or leaves the Ensemble.
     *
     * @param reason shown to everyone; may be left out
     * @param person who leaves, where it is the Ensemble; whoever asks when left out
     */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp(
            @PathVariable String id,
            @PathVariable String role,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String person) {
        if (new Role(role).isOfEnsemble()) {
            ensemble.left(known(id), new Role(role), person);
            return;
        }
        try {
            process.givenUp(known(id), new Role(role), Entered.text(reason));
        } catch (Refused refused) {
            throw new Refused(refused.faults().stream()
                    .map(fault -> new Refused.Fault(asSent(fault.field()), fault.message()))
                    .toList());
        }
    }

    /** The task's form calls it otherwise. */
    private static String asSent(String field) {
        return field.equals("giveUpReason") ? "reason" : field;
    }

    private IncidentId known(String id) {
        return sight.get(id).id();
    }

    record Holder(@Schema(requiredMode = REQUIRED) String person) {}
}
