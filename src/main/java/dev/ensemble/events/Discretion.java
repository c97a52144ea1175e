package dev.ensemble.events;

import dev.ensemble.incident.Incident;
import dev.ensemble.process.Identity;
import dev.ensemble.process.Sight;
import org.springframework.stereotype.Component;

/** Which other system may hear of which incident, at this moment. */
@Component
class Discretion {

    private final Sight sight;
    private final Identity identity;

    Discretion(Sight sight, Identity identity) {
        this.sight = sight;
        this.identity = identity;
    }

    boolean lets(Webhook webhook, Incident incident) {
        return webhook.endedAt() == null
                && (!incident.drill() || webhook.drills())
                && (!incident.restricted() || webhook.restricted() && isForItsCreator(webhook, incident));
    }

    private boolean isForItsCreator(Webhook webhook, Incident incident) {
        return identity.find(webhook.creator())
                .filter(creator -> sight.isFor(incident, creator))
                .isPresent();
    }
}
