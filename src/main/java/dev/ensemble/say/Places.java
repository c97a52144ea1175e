package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.process.TryLater;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Where an incident is said. What is restricted stays in a place of its own, and a practice among those who practise. */
@Component
class Places {

    private static final Duration WHILE_IT_IS_OPENED = Duration.ofSeconds(10);

    private final SayProperties settings;

    Places(SayProperties settings) {
        this.settings = settings;
    }

    /**
     * A channel's name or id.
     *
     * @throws TryLater when the private place is not known yet
     */
    String of(Incident incident) {
        if (!incident.restricted()) {
            return forEverybody(incident);
        }
        if (incident.place() == null) {
            throw new TryLater(WHILE_IT_IS_OPENED, "There is no private place to say it yet.");
        }
        return incident.place();
    }

    /** The same, as it was before an incident was restricted. */
    String forEverybody(Incident incident) {
        return incident.drill() ? settings.drillChannel() : settings.incidentChannel();
    }

    /** Whether there is no place where it could be said among few; then it is said to nobody. */
    static boolean isNowhere(Incident incident) {
        return incident.restricted() && Incident.NOWHERE.equals(incident.place());
    }
}
