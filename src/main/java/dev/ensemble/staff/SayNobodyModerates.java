package dev.ensemble.staff;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everyone that the response goes on without a moderator. */
@Component
class SayNobodyModerates implements Step {

    private final Say say;
    private final Timeline timeline;
    private final People people;

    SayNobodyModerates(Say say, Timeline timeline, People people) {
        this.say = say;
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var decision = timeline.latest(token.incident(), "goOnWithoutModerator").orElseThrow();
        say.inThread(
                token.incident(),
                "nobody-moderates",
                Map.of("person", people.name(decision.person()), "reason", decision.text()));
    }
}
