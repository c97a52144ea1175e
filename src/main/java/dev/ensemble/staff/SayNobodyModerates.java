package dev.ensemble.staff;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everyone that the response does not wait any longer, and for whom. */
@Component
class SayNobodyModerates implements Step {

    private final Say say;
    private final Timeline timeline;
    private final People people;
    private final Missing missing;

    SayNobodyModerates(Say say, Timeline timeline, People people, Missing missing) {
        this.say = say;
        this.timeline = timeline;
        this.people = people;
        this.missing = missing;
    }

    @Override
    public void run(Token token) {
        var decision = timeline.latest(token.incident(), "goOnWithoutModerator").orElseThrow();
        say.inThread(
                token.incident(),
                "nobody-moderates",
                Map.of(
                        "person",
                        people.name(decision.person()),
                        "reason",
                        decision.words(),
                        "missing",
                        missing.words(token),
                        "noModerator",
                        missing.isModerator(token)));
    }
}
