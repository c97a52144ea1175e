package dev.ensemble.fix;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident that the fix did not help yet. */
@Component
class SayNotFixed implements Step {

    private final Say say;
    private final Timeline timeline;
    private final People people;

    SayNotFixed(Say say, Timeline timeline, People people) {
        this.say = say;
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var look = timeline.latest(token.incident(), "verifyFix").orElseThrow();
        say.inThread(
                token.incident(), "not-fixed", Map.of("observed", look.text(), "person", people.name(look.person())));
    }
}
