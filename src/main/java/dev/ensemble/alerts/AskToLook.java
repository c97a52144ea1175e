package dev.ensemble.alerts;

import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.TriageNotices;
import dev.ensemble.process.Identity;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Whoever responds to an incident is asked to look when its alert resolved, or fires although the service was restored; not
 * at every turn of one that flaps. A monitoring system can be wrong, so nothing closes or opens by itself.
 */
@Component
class AskToLook {

    private final Incidents incidents;
    private final TriageNotices notices;
    private final Timeline timeline;
    private final Say say;
    private final AlertProperties settings;

    AskToLook(Incidents incidents, TriageNotices notices, Timeline timeline, Say say, AlertProperties settings) {
        this.incidents = incidents;
        this.notices = notices;
        this.timeline = timeline;
        this.say = say;
        this.settings = settings;
    }

    /** An alert has come for a triage; of one that nobody has decided about, its task tells. */
    void heard(Triage triage, Alert alert) {
        if (triage.incident() == null) {
            return;
        }
        var resolved = alert.status() == Status.RESOLVED;
        if (resolved == incidents.get(triage.incident()).isRestored()) {
            return;
        }
        incidents.takeTurn(triage.incident());
        if (!notices.tell(triage.id(), resolved, settings.lookAgainAfter())) {
            return;
        }
        timeline.found(
                triage.incident(),
                Identity.OTHER_SYSTEMS,
                "%s: %s %s"
                        .formatted(
                                triage.sourceName(),
                                triage.name(),
                                resolved ? "resolved" : "fires, although the service is restored"),
                null);
        say.inThread(
                triage.incident(),
                resolved ? "alert-resolved" : "alert-fires-again",
                Map.of("alert", triage.name(), "source", triage.sourceName()));
    }
}
