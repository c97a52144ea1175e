package dev.ensemble.role;

import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Token;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who has held a role for a while, as the messages to them name it. */
@Component
class Holding {

    private final Tenures tenures;
    private final HandOvers handOvers;
    private final People people;

    Holding(Tenures tenures, HandOvers handOvers, People people) {
        this.tenures = tenures;
        this.handOvers = handOvers;
        this.people = people;
    }

    Map<String, String> words(Token token) {
        var offeredTo = handOvers.open(token.incident(), token.role()).map(HandOver::to);
        return Map.of(
                "role", token.role().label(),
                "person",
                        people.name(
                                tenures.holder(token.incident(), token.role()).orElseThrow()),
                "offeredTo", offeredTo.map(people::name).orElse(""));
    }
}
