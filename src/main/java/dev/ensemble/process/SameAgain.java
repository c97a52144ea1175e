package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Refused;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Whether the same has happened again, as people say it. Responders may, and nobody else. */
@Component
public class SameAgain {

    private final OneAtATime turns;
    private final Recurrences recurrences;
    private final People people;
    private final IdentityService identities;

    SameAgain(OneAtATime turns, Recurrences recurrences, People people, IdentityService identities) {
        this.turns = turns;
        this.recurrences = recurrences;
        this.people = people;
        this.identities = identities;
    }

    /**
     * Somebody says that an incident is, or is not, a repeat of an earlier one.
     *
     * @param same {@code null} where they did not say
     * @throws dev.ensemble.incident.Conflict when neither can be said of these two
     */
    public void decided(IncidentId incident, IncidentId earlier, Boolean same) {
        var person = responder();
        if (same == null) {
            throw new Refused("same", "Say true or false.");
        }
        turns.on(incident, () -> {
            recurrences.decide(incident, earlier, same, person);
            return null;
        });
    }

    private String responder() {
        var who = identities.getCurrentAuthentication();
        if (who == null || !people.mayRespond(who.getUserId())) {
            throw new NotAllowed(who == null ? "Nobody" : who.getUserId(), null);
        }
        return who.getUserId();
    }
}
