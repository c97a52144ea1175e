package dev.ensemble.fix;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The service is well again: the clock of the outage stops, and everyone hears it. */
@Component
class SayRestored implements Step {

    private final Incidents incidents;
    private final Say say;
    private final Timeline timeline;
    private final People people;

    SayRestored(Incidents incidents, Say say, Timeline timeline, People people) {
        this.incidents = incidents;
        this.say = say;
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var look = timeline.latest(token.incident(), "verifyFix").orElseThrow();
        incidents.restored(token.incident());
        say.inThread(
                token.incident(), "restored", Map.of("observed", look.text(), "person", people.name(look.person())));
    }
}
