package dev.ensemble.join;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident who has come, and to do what. */
@Component
class SayJoined implements Step {

    private final Say say;
    private final People people;

    SayJoined(Say say, People people) {
        this.say = say;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        say.inThread(
                token.incident(),
                "joined",
                token.role().key(),
                Map.of(
                        "person", people.name(token.person()),
                        "expert", token.role().equals(Role.EXPERT),
                        "learner", token.role().equals(Role.LEARNER)));
    }
}
