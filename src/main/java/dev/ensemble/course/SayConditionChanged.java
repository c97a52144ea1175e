package dev.ensemble.course;

import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.People;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who follow the incident that the condition is another one now, and who says so. */
@Component
class SayConditionChanged implements Step {

    private final Say say;
    private final ConditionChanges changes;
    private final People people;

    SayConditionChanged(Say say, ConditionChanges changes, People people) {
        this.say = say;
        this.changes = changes;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var all = changes.of(token.incident());
        var last = all.get(all.size() - 1);
        say.inThread(
                token.incident(),
                "condition-changed",
                Map.of(
                        "person", people.name(last.person()),
                        "was", last.was().toString(),
                        "became", last.became().toString(),
                        "note", last.note() == null ? "" : last.note()));
    }
}
