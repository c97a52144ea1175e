package dev.ensemble.course;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who came that it was nothing, and what there is to learn from it. */
@Component
class SayRetracted implements Step {

    private final Say say;
    private final Incidents incidents;
    private final Timeline timeline;
    private final People people;

    SayRetracted(Say say, Incidents incidents, Timeline timeline, People people) {
        this.say = say;
        this.incidents = incidents;
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var retracted =
                timeline.latest(token.incident(), "BoundaryEvent_retracted").orElseThrow();
        say.inThread(
                token.incident(),
                "retracted",
                Map.of(
                        "person", people.name(retracted.person()),
                        "reason", incidents.get(token.incident()).retractedBecause()));
    }
}
