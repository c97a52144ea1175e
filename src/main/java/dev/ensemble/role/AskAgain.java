package dev.ensemble.role;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody took the role in time: asks again, as often as the plan says. */
@Component
class AskAgain implements Step {

    private static final String WORDS = "still-looking";

    private final Say say;
    private final Messages messages;
    private final Tenures tenures;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Plan plan;

    AskAgain(Say say, Messages messages, Tenures tenures, Incidents incidents, Timeline timeline, Plan plan) {
        this.timeline = timeline;
        this.say = say;
        this.messages = messages;
        this.tenures = tenures;
        this.incidents = incidents;
        this.plan = plan;
    }

    @Override
    public void run(Token token) {
        var incident = token.incident();
        var role = token.role();
        say.inThread(incident, WORDS, role.key(), Map.of("role", role.label()));
        var asked = messages.count(incident, WORDS, role.key(), openSince(token));
        token.answer("askedEnough", asked >= plan.needed(token).askAtMost());
    }

    private Instant openSince(Token token) {
        var given = tenures.last(token.incident(), token.role())
                .map(Tenure::until)
                .orElseGet(() -> incidents.get(token.incident()).reportedAt());
        return timeline.latest(token.incident(), "BoundaryEvent_reopened")
                .map(TimelineEntry::at)
                .filter(given::isBefore)
                .orElse(given);
    }
}
