package dev.ensemble.role;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.RequiredRoles;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asked often enough: the moderator hears once that the role stays open. */
@Component
class TellModerator implements Step {

    private final Say say;
    private final Tenures tenures;
    private final People people;
    private final Incidents incidents;
    private final RequiredRoles required;

    TellModerator(Say say, Tenures tenures, People people, Incidents incidents, RequiredRoles required) {
        this.say = say;
        this.tenures = tenures;
        this.people = people;
        this.incidents = incidents;
        this.required = required;
    }

    @Override
    public void run(Token token) {
        var moderator = tenures.holder(token.incident(), Role.MODERATOR).map(people::name);
        say.inThread(
                token.incident(),
                "role-left-open",
                token.role().key(),
                Map.of("role", token.role().label(), "moderator", moderator.orElse(""), "waits", isWaitedFor(token)));
    }

    private boolean isWaitedFor(Token token) {
        return incidents.get(token.incident()).stage() == Stage.STAFF
                && required.missing(token).contains(token.role());
    }
}
