package dev.ensemble.role;

import dev.ensemble.incident.HandOver.Outcome;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident that the holder holds on, and how the offer ended. Still open, its time is over. */
@Component
class SayOfferEnded implements Step {

    private final Say say;
    private final HandOvers handOvers;
    private final People people;

    SayOfferEnded(Say say, HandOvers handOvers, People people) {
        this.say = say;
        this.handOvers = handOvers;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        if (handOvers.open(token.incident(), token.role()).isPresent()) {
            handOvers.end(token.incident(), token.role(), Outcome.NO_ANSWER, null, null);
        }
        var offer = handOvers.last(token.incident(), token.role()).orElseThrow();
        say.inThread(
                token.incident(),
                "offer-ended",
                token.role().key(),
                Map.of(
                        "role",
                        token.role().label(),
                        "holder",
                        people.name(offer.from()),
                        "person",
                        people.name(offer.to()),
                        "declined",
                        offer.outcome() == Outcome.DECLINED,
                        "noAnswer",
                        offer.outcome() == Outcome.NO_ANSWER,
                        "takenBackBy",
                        offer.outcome() == Outcome.TAKEN_BACK ? people.name(offer.endedBy()) : "",
                        "reason",
                        offer.reason() == null ? "" : offer.reason()));
    }
}
