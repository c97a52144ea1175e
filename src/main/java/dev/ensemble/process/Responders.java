package dev.ensemble.process;

import dev.ensemble.incident.People;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who may turn an incident another way: responders, and nobody else. */
@Component
class Responders {

    private final People people;
    private final IdentityService identities;

    Responders(People people, IdentityService identities) {
        this.people = people;
        this.identities = identities;
    }

    /**
     * The user id of whoever is at work now.
     *
     * @throws NotAllowed when they are no responder, or nobody is logged in
     */
    String atWork() {
        var who = identities.getCurrentAuthentication();
        if (who == null || !people.mayRespond(who.getUserId())) {
            throw new NotAllowed(who == null ? "Nobody" : who.getUserId(), null);
        }
        return who.getUserId();
    }
}
