package dev.ensemble.fix;

import dev.ensemble.incident.Condition;
import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The service is well again: the clock of the outage stops, and everyone hears it. */
@Component
class SayRestored implements Step {

    private final Incidents incidents;
    private final ConditionChanges changes;
    private final Say say;
    private final Timeline timeline;
    private final People people;
    private final Tenures tenures;
    private final IncidentProcess process;

    SayRestored(
            Incidents incidents,
            ConditionChanges changes,
            Say say,
            Timeline timeline,
            People people,
            Tenures tenures,
            IncidentProcess process) {
        this.incidents = incidents;
        this.changes = changes;
        this.say = say;
        this.timeline = timeline;
        this.people = people;
        this.tenures = tenures;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        var look = timeline.latest(token.incident(), "verifyFix").orElseThrow();
        var was = incidents.get(token.incident()).condition();
        incidents.restored(token.incident());
        changes.add(token.incident(), look.person(), was, Condition.RESTORED, look.text());
        process.serviceRestored(token.incident());
        say.inThread(
                token.incident(),
                "restored",
                Map.of(
                        "observed", look.words(),
                        "person", people.name(look.person()),
                        "noteTaker",
                                tenures.holder(token.incident(), Role.NOTE_TAKER)
                                        .map(people::name)
                                        .orElse("")));
    }
}
