package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Refused;
import org.springframework.stereotype.Component;

/** Whether the same has happened again, as people say it. Responders may, and nobody else. */
@Component
public class SameAgain {

    private final OneAtATime turns;
    private final Recurrences recurrences;
    private final Responders responders;

    SameAgain(OneAtATime turns, Recurrences recurrences, Responders responders) {
        this.turns = turns;
        this.recurrences = recurrences;
        this.responders = responders;
    }

    /**
     * Somebody says that an incident is, or is not, a repeat of an earlier one.
     *
     * @param same {@code null} where they did not say
     * @throws dev.ensemble.incident.Conflict when neither can be said of these two
     */
    public void decided(IncidentId incident, IncidentId earlier, Boolean same) {
        var person = responders.atWork();
        if (same == null) {
            throw new Refused("same", "Say true or false.");
        }
        turns.on(incident, () -> {
            recurrences.decide(incident, earlier, same, person);
            return null;
        });
    }
}
