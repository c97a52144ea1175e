package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import org.springframework.stereotype.Component;

/** Where an incident is said. A practice stays among those who practise. */
@Component
class Places {

    private final SayProperties settings;

    Places(SayProperties settings) {
        this.settings = settings;
    }

    /** A channel's name or id. */
    String of(Incident incident) {
        return incident.drill() ? settings.drillChannel() : settings.incidentChannel();
    }
}
