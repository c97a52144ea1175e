package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.process.HandOverProcess;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offers roles to people, takes their answers, and takes roles over. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/roles/{role}")
class HandOversApi {

    /** The tasks' forms call them otherwise. */
    private static final Map<String, String> AS_SENT = Map.of("offerTo", "to", "declineReason", "reason");

    private final HandOverProcess process;
    private final Sight sight;

    HandOversApi(HandOverProcess process, Sight sight) {
        this.process = process;
        this.sight = sight;
    }

    /** Offers the role to somebody. */
    @PostMapping("/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(@PathVariable String id, @PathVariable String role, @RequestBody Offer offer) {
        var to = Entered.text(offer.to());
        if (to.isEmpty()) {
            throw new Refused("to", "Give the user id of who is to take the role over.");
        }
        asSent(() -> process.offered(known(id), new Role(role), to, Entered.text(offer.briefing())));
    }

    /** Takes the offer back. */
    @DeleteMapping("/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, @PathVariable String role) {
        process.takenBack(known(id), new Role(role));
    }

    /** Accepts the role that was offered to the caller. */
    @PostMapping("/hand-over/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String id, @PathVariable String role) {
        process.accepted(known(id), new Role(role));
    }

    /** Declines it. */
    @PostMapping("/hand-over/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable String id, @PathVariable String role, @RequestBody(required = false) Reason reason) {
        var why = reason == null ? "" : Entered.text(reason.reason());
        asSent(() -> process.declined(known(id), new Role(role), why));
    }

    /** Takes the role over from whoever holds it, as the moderator. */
    @PostMapping("/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOver(@PathVariable String id, @PathVariable String role, @RequestBody Reason reason) {
        process.takenOver(known(id), new Role(role), reason.reason());
    }

    private static void asSent(Runnable doing) {
        try {
            doing.run();
        } catch (Refused refused) {
            throw new Refused(refused.faults().stream()
                    .map(fault ->
                            new Refused.Fault(AS_SENT.getOrDefault(fault.field(), fault.field()), fault.message()))
                    .toList());
        }
    }

    private IncidentId known(String id) {
        return sight.get(id).id();
    }

    /** @param briefing what the next holder should know; written from the record when left out */
    record Offer(@Schema(requiredMode = REQUIRED) String to, String briefing) {}

    /** @param reason may be left out where a role is declined */
    record Reason(String reason) {}
}
