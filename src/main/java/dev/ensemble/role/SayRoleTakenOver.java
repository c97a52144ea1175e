package dev.ensemble.role;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident who took the role over, from whom and why; its open tasks go along. */
@Component
class SayRoleTakenOver implements Step {

    private final Say say;
    private final Tenures tenures;
    private final People people;
    private final IncidentProcess process;

    SayRoleTakenOver(Say say, Tenures tenures, People people, IncidentProcess process) {
        this.say = say;
        this.tenures = tenures;
        this.people = people;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        var ended = tenures.ended(token.incident(), token.role()).orElseThrow();
        var holder = tenures.holder(token.incident(), token.role()).orElseThrow();
        process.holderChanged(token.incident(), ended.person());
        say.inThread(
                token.incident(),
                "role-taken-over",
                token.role().key(),
                Map.of(
                        "role", token.role().label(),
                        "former", people.name(ended.person()),
                        "person", people.name(holder),
                        "reason", ended.reason()));
    }
}
