package dev.ensemble.explain;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Summaries;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident where we are, and what the words mean. */
@Component
class SaySummary implements Step {

    private final Say say;
    private final Summaries summaries;
    private final People people;

    SaySummary(Say say, Summaries summaries, People people) {
        this.say = say;
        this.summaries = summaries;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var summary = summaries.latest(token.incident()).orElseThrow();
        say.inThread(
                token.incident(),
                "summary",
                Map.of("person", people.name(summary.person()), "text", summary.text(), "words", summary.words()));
    }
}
