package dev.ensemble.api;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import dev.ensemble.process.OutsideProcess;
import dev.ensemble.process.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells people outside; answers with the incident as it is then. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/updates")
class UpdatesApi {

    private final OutsideProcess process;
    private final Sight sight;
    private final WholeIncidents whole;

    UpdatesApi(OutsideProcess process, Sight sight, WholeIncidents whole) {
        this.process = process;
        this.sight = sight;
        this.whole = whole;
    }

    /** Tells people outside, which meets what they are owed. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WholeIncident tell(@PathVariable String id, @RequestBody NewUpdate update) {
        var incident = sight.get(id).id();
        var audience = Entered.text(update.audience());
        try {
            process.told(
                    incident,
                    update.text(),
                    Boolean.TRUE.equals(update.noChange()),
                    audience.isEmpty() ? null : audience);
        } catch (Refused refused) {
            throw new Refused(refused.faults().stream()
                    .map(fault -> new Refused.Fault(asSent(fault.field()), fault.message()))
                    .toList());
        }
        return whole.get(incident);
    }

    /** The task's form calls it otherwise. */
    private static String asSent(String field) {
        return field.equals("update") ? "text" : field;
    }

    /**
     * @param noChange instead of the text: nothing has changed since they were told last
     * @param audience left out for all that are owed something
     */
    record NewUpdate(String text, Boolean noChange, String audience) {}
}
