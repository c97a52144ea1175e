package dev.ensemble.role;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.RequiredRoles;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident who has the role, and the response when nobody is missing any more. */
@Component
class SayRoleTaken implements Step {

    private final Say say;
    private final Tenures tenures;
    private final People people;
    private final IncidentProcess process;
    private final RequiredRoles required;

    SayRoleTaken(Say say, Tenures tenures, People people, IncidentProcess process, RequiredRoles required) {
        this.say = say;
        this.tenures = tenures;
        this.people = people;
        this.process = process;
        this.required = required;
    }

    @Override
    public void run(Token token) {
        var holder = tenures.holder(token.incident(), token.role()).orElseThrow();
        say.inThread(
                token.incident(),
                "role-taken",
                token.role().key(),
                Map.of("role", token.role().label(), "person", people.name(holder)));
        process.holderChanged(token.incident(), null);
        if (required.missing(token).isEmpty()) {
            process.rolesFound(token.incident());
        }
    }
}
