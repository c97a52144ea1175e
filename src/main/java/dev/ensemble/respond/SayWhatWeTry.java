package dev.ensemble.respond;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident what is going to be tried. */
@Component
class SayWhatWeTry implements Step {

    private final Say say;
    private final Timeline timeline;
    private final People people;

    SayWhatWeTry(Say say, Timeline timeline, People people) {
        this.say = say;
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var idea = timeline.latest(token.incident(), "investigate").orElseThrow();
        say.inThread(token.incident(), "trying", Map.of("idea", idea.words(), "person", people.name(idea.person())));
    }
}
