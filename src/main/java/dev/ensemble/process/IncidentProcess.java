package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.RoleAlreadyHeld;
import dev.ensemble.incident.Tenures;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What people did, as the process hears of it. People's own doings run with the rights of whoever is logged in. */
@Component
public class IncidentProcess {

    private static final String TAKE_ROLE = "takeRole";
    static final String HOLD_ROLE = "holdRole";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;
    private final OneAtATime turns;
    private final TasksOfRoles tasksOfRoles;
    private final AllParts parts;
    private final OwnDiagram diagram;
    private final Tenures tenures;
    private final People people;

    IncidentProcess(
            RuntimeService runtime,
            TaskService tasks,
            Unchecked unchecked,
            OneAtATime turns,
            TasksOfRoles tasksOfRoles,
            AllParts parts,
            OwnDiagram diagram,
            Tenures tenures,
            People people) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.turns = turns;
        this.tasksOfRoles = tasksOfRoles;
        this.parts = parts;
        this.diagram = diagram;
        this.tenures = tenures;
        this.people = people;
    }

    /**
     * Somebody reports an incident; it runs from here.
     *
     * @throws dev.ensemble.incident.Refused naming each field that cannot be taken
     */
    public IncidentId reported(Report report) {
        var said = new HashMap<String, Object>();
        said.put("service", report.service());
        said.put("condition", report.condition());
        said.put("summary", report.summary());
        said.put("reporter", report.reporter());
        said.put("restricted", report.restricted());
        said.put("drill", report.drill());
        said.put("script", report.script());
        return plainly(() -> IncidentId.of(
                runtime.startProcessInstanceByKey(Diagrams.INCIDENT, said).getBusinessKey()));
    }

    /**
     * Somebody takes an open role, or gives it to another.
     *
     * @param person user id of who will hold it
     * @throws RoleAlreadyHeld when another holds it
     * @throws Conflict when the incident does not ask for the role, or no longer does
     */
    public void taken(IncidentId incident, Role role, String person) {
        inTurn(incident, () -> {
            var held = tenures.holder(incident, role);
            if (held.isPresent()) {
                if (held.get().equals(person)) {
                    return;
                }
                throw new RoleAlreadyHeld(role, people.name(held.get()));
            }
            var task = roleTask(TAKE_ROLE, incident, role);
            if (task == null) {
                throw new Conflict("%s needs no %s now.".formatted(incident, role.label()));
            }
            // Who only claimed it and went no further has not taken it.
            unchecked.run(() -> tasks.setAssignee(task.getId(), person));
            tasks.complete(task.getId());
        });
    }

    /**
     * The holder gives a role up.
     *
     * @throws Conflict when nobody holds it
     */
    public void givenUp(IncidentId incident, Role role, String reason) {
        inTurn(incident, () -> {
            var task = roleTask(HOLD_ROLE, incident, role);
            if (task == null && tenures.holder(incident, role).isPresent()) {
                throw new Conflict(
                        "The role is offered to somebody. Wait for the answer, or take the offer back first.");
            }
            if (task == null) {
                throw new Conflict("Nobody is %s of %s now.".formatted(role.label(), incident));
            }
            tasks.complete(task.getId(), Map.of("giveUp", true, "giveUpReason", reason == null ? "" : reason));
        });
    }

    /** A message of the record is to be said outside; the incident goes on meanwhile. */
    public void somethingToSay(IncidentId incident, long message) {
        diagram.beginBeside(incident, "somethingToSay", Map.of("message", message));
    }

    /** A step was left out: whoever did so is asked why, and the incident goes on meanwhile. */
    void stepSkipped(IncidentId incident, long step) {
        diagram.beginBeside(incident, "stepSkipped", Map.of("step", step));
    }

    /**
     * A role has another holder, or none: its open tasks go with it.
     *
     * @param former who held it until now, {@code null} where nobody did
     */
    public void holderChanged(IncidentId incident, String former) {
        unchecked.run(() -> tasksOfRoles.follow(incident, former));
    }

    /** Everybody is there that the response waits for: it goes on. */
    public void rolesFound(IncidentId incident) {
        tell("rolesFound", incident);
        // so it was called where an incident began on an older version of the diagrams
        tell("moderatorFound", incident);
    }

    /** The meeting is over: every role of the incident is released. */
    public void meetingOver(IncidentId incident) {
        tell("meetingOver", incident);
    }

    /** The service works again: whoever waits for that goes on. */
    public void serviceRestored(IncidentId incident) {
        tell("serviceRestored", incident);
    }

    /** It broke again: whoever had gone on takes it up again. */
    void brokenAgain(IncidentId incident) {
        tell("brokenAgain", incident);
    }

    /** The incident is announced: from now on people can change its course. */
    public void announced(IncidentId incident) {
        diagram.beginBeside(incident, "incidentAnnounced");
    }

    /** The incident has been restricted from the first second: somewhere private to speak of it is looked for. */
    public void restricted(IncidentId incident) {
        diagram.beginBeside(incident, "incidentRestricted");
    }

    /** The drill is announced: what its script says happens from now on. */
    public void drillBegun(IncidentId incident) {
        diagram.beginBeside(incident, "drillBegun");
    }

    /** The incident is over, in whichever way: its course stands. */
    public void over(IncidentId incident) {
        tellDiagram(incident, "incidentOver");
    }

    /** Tells the incident's own diagram; {@code false} where it does not wait for this now. */
    boolean tellDiagram(IncidentId incident, String message) {
        return diagram.tell(incident, message);
    }

    /** What is open for people, the oldest first; whoever asks. */
    public List<OpenTask> openTasks(IncidentId incident) {
        return unchecked.ask(() ->
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(incident.toString())
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream()
                        .map(task -> new OpenTask(
                                task.getId(),
                                task.getTaskDefinitionKey(),
                                task.getName(),
                                task.getAssignee(),
                                task.getDueDate() == null
                                        ? null
                                        : task.getDueDate().toInstant()))
                        .toList());
    }

    /** The open task of that name of one role; {@code null} where there is none. */
    Task roleTask(String key, IncidentId incident, Role role) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(key)
                .processInstanceBusinessKey(incident.toString())
                .processVariableValueEquals("role", role.key())
                .singleResult();
    }

    private void tell(String message, IncidentId incident) {
        parts.tell(incident, message);
    }

    void inTurn(IncidentId incident, Runnable doing) {
        plainly(() -> turns.on(incident, () -> {
            doing.run();
            return null;
        }));
    }

    private static <T> T plainly(Supplier<T> doing) {
        try {
            return doing.get();
        } catch (Plainly.NotTaken e) {
            throw e.reason();
        } catch (AuthorizationException e) {
            throw new NotAllowed(e.getUserId(), e);
        }
    }

    /**
     * Something that waits for a person.
     *
     * @param key the task's name in the diagram
     * @param name as the task list shows it
     * @param assignee user id, {@code null} where anybody may take it
     * @param due {@code null} where it may stand
     */
    public record OpenTask(String id, String key, String name, String assignee, Instant due) {}
}
