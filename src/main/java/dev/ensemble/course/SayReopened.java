package dev.ensemble.course;

import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everyone that the fix did not hold. Until the meeting is over, those who held a role hold it still. */
@Component
class SayReopened implements Step {

    private final Say say;
    private final Incidents incidents;
    private final ConditionChanges changes;
    private final People people;

    SayReopened(Say say, Incidents incidents, ConditionChanges changes, People people) {
        this.say = say;
        this.incidents = incidents;
        this.changes = changes;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var all = changes.of(token.incident());
        var last = all.get(all.size() - 1);
        var rolesHeld = incidents.get(token.incident()).asksForRoles();
        say.inThread(
                token.incident(),
                "reopened",
                Map.of("person", people.name(last.person()), "reason", last.note(), "rolesHeld", rolesHeld));
        token.answer("rolesHeld", rolesHeld);
    }
}
