package dev.ensemble.role;

import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident who is asked to take the role over; nobody has accepted it yet. */
@Component
class SayRoleOffered implements Step {

    private final Say say;
    private final HandOvers handOvers;
    private final People people;

    SayRoleOffered(Say say, HandOvers handOvers, People people) {
        this.say = say;
        this.handOvers = handOvers;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        token.answer("accepted", false);
        var offer = handOvers.open(token.incident(), token.role()).orElseThrow();
        say.inThread(
                token.incident(),
                "role-offered",
                token.role().key(),
                Map.of(
                        "role", token.role().label(),
                        "holder", people.name(offer.from()),
                        "person", people.name(offer.to())));
    }
}
