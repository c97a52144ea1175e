package dev.ensemble.role;

import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident who has the role from now on; its open tasks go along. */
@Component
class SayRoleHandedOver implements Step {

    private final Say say;
    private final HandOvers handOvers;
    private final People people;
    private final IncidentProcess process;

    SayRoleHandedOver(Say say, HandOvers handOvers, People people, IncidentProcess process) {
        this.say = say;
        this.handOvers = handOvers;
        this.people = people;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        var offer = handOvers.last(token.incident(), token.role()).orElseThrow();
        process.holderChanged(token.incident(), offer.from());
        say.inThread(
                token.incident(),
                "role-handed-over",
                token.role().key(),
                Map.of(
                        "role", token.role().label(),
                        "former", people.name(offer.from()),
                        "person", people.name(offer.to())));
    }
}
