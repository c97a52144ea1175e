package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** How people join the Ensemble and leave it, as the process hears of it. */
@Component
public class EnsembleProcess {

    private final IncidentProcess process;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;
    private final Members members;
    private final Tenures tenures;
    private final Timeline timeline;
    private final People people;

    EnsembleProcess(
            IncidentProcess process,
            RuntimeService runtime,
            TaskService tasks,
            Unchecked unchecked,
            Members members,
            Tenures tenures,
            Timeline timeline,
            People people) {
        this.process = process;
        this.runtime = runtime;
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.members = members;
        this.tenures = tenures;
        this.timeline = timeline;
        this.people = people;
    }

    /**
     * Somebody joins, or a responder brings them in. Whoever has the task for it open can go on with it.
     *
     * @param role expert or learner
     * @param person user id of who is in from now on
     * @throws Conflict when they are in already, or the incident asks nobody to join any more
     * @throws NotAllowed when whoever says so is no responder
     */
    public void joined(IncidentId incident, Role role, String person) {
        process.inTurn(incident, () -> join(incident, role, person));
    }

    /** The same in the turn of somebody who completes a task. */
    public void join(IncidentId incident, Role role, String person) {
        var by = responder();
        if (!people.know(person)) {
            throw new Refused("person", "Nobody here has this user id. Give one that can log in.");
        }
        if (!people.mayRespond(person)) {
            throw new Refused("person", isNoResponder(person));
        }
        members.join(incident, role, person);
        var who = person.equals(by) ? "" : ": " + people.name(person);
        timeline.happened(incident, "joinEnsemble", "Join ensemble", by, role.label() + who);
        var begun = unchecked.ask(() -> runtime.createMessageCorrelation("somebodyJoined")
                .processInstanceBusinessKey(incident.toString())
                .setVariablesToTriggeredScope(Map.of("person", person, "role", role.key()))
                .correlateAllWithResult());
        if (begun.isEmpty()) {
            throw new Conflict("%s asks nobody to join now.".formatted(incident));
        }
    }

    /**
     * Somebody leaves, or the moderator says that they are gone.
     *
     * @param person user id; {@code null} for who says so
     * @throws Conflict when they are not in, or in another role
     * @throws NotAllowed when somebody else says so
     */
    public void left(IncidentId incident, Role role, String person) {
        process.inTurn(incident, () -> {
            var by = responder();
            var who = person == null ? by : person;
            checkIsIn(incident, role, who);
            if (!who.equals(by) && !tenures.isHeldBy(incident, Role.MODERATOR, by)) {
                throw new NotAllowed(
                        "Only %s can say that they leave, or the moderator for them.".formatted(people.name(who)));
            }
            tasks.complete(tasks.createTaskQuery()
                    .taskDefinitionKey("leaveEnsemble")
                    .processInstanceBusinessKey(incident.toString())
                    .processVariableValueEquals("person", who)
                    .singleResult()
                    .getId());
        });
    }

    private void checkIsIn(IncidentId incident, Role role, String person) {
        var member = members.here(incident, person)
                .orElseThrow(() ->
                        new Conflict("%s is not in the Ensemble of %s now.".formatted(people.name(person), incident)));
        if (!member.role().equals(role)) {
            throw new Conflict("%s is in the Ensemble as %s."
                    .formatted(people.name(person), member.role().label()));
        }
    }

    private String responder() {
        var person = unchecked.ask(CurrentPerson::id);
        if (!people.mayRespond(person)) {
            throw new NotAllowed(isNoResponder(person));
        }
        return person;
    }

    private String isNoResponder(String person) {
        return "%s is not in the group responders; an administrator can add them.".formatted(people.name(person));
    }
}
