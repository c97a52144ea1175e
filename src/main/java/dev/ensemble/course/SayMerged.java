package dev.ensemble.course;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow either incident that it is one from now on. */
@Component
class SayMerged implements Step {

    private final Say say;
    private final Incidents incidents;
    private final Timeline timeline;
    private final People people;

    SayMerged(Say say, Incidents incidents, Timeline timeline, People people) {
        this.say = say;
        this.incidents = incidents;
        this.timeline = timeline;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var merged = incidents.get(token.incident());
        var person = people.name(timeline.latest(merged.id(), "BoundaryEvent_merged")
                .orElseThrow()
                .person());
        say.inThread(
                merged.id(),
                "merged",
                Map.of("person", person, "into", merged.mergedInto().toString()));
        say.inThread(
                merged.mergedInto(),
                "merged-in",
                Map.of("person", person, "from", merged.id().toString(), "fromSummary", merged.summary()));
    }
}
