package dev.ensemble.role;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident that the role is free to take again. */
@Component
class SayRoleOpen implements Step {

    private final Say say;
    private final Tenures tenures;
    private final People people;
    private final IncidentProcess process;

    SayRoleOpen(Say say, Tenures tenures, People people, IncidentProcess process) {
        this.say = say;
        this.tenures = tenures;
        this.people = people;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        var ended = tenures.last(token.incident(), token.role()).orElseThrow();
        process.holderChanged(token.incident(), ended.person());
        say.inThread(
                token.incident(),
                "role-open",
                token.role().key(),
                Map.of(
                        "role", token.role().label(),
                        "person", people.name(ended.person()),
                        "reason", ended.reason() == null ? "" : ended.reason()));
    }
}
