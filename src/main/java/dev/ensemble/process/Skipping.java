package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * While the service is being brought back, nothing required stands in the way: a step of the row is left out in one move,
 * and why is asked afterwards. Which steps there are is drawn: the user tasks of the live stages.
 */
@Component
public class Skipping {

    /** What a form calls it. */
    static final String TICK = "skip";

    private static final Set<String> LIVE = Arrays.stream(Stage.values())
            .filter(Stage::isLive)
            .map(Stage::toString)
            .collect(Collectors.toSet());

    private final IncidentProcess process;
    private final TaskService tasks;
    private final Unchecked unchecked;
    private final Tenures tenures;
    private final People people;
    private final SkippedSteps skipped;
    private final Timeline timeline;

    Skipping(
            IncidentProcess process,
            TaskService tasks,
            Unchecked unchecked,
            Tenures tenures,
            People people,
            SkippedSteps skipped,
            Timeline timeline) {
        this.process = process;
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.tenures = tenures;
        this.people = people;
        this.skipped = skipped;
        this.timeline = timeline;
    }

    /**
     * Somebody leaves out a step that the row stands at.
     *
     * @param step the task's name in the diagram; {@code null} or empty for the only one there is
     * @throws Conflict when the row does not stand there, or stands at several and none is named
     * @throws NotAllowed when somebody else moderates
     */
    public void skipped(IncidentId incident, String step) {
        // Chosen before the turn comes: whoever meant this step does not want the one after it to be left out.
        var chosen = chosen(incident, step);
        process.inTurn(incident, () -> {
            var person = unchecked.ask(CurrentPerson::id);
            if (!mayLeaveOut(incident, person)) {
                throw new NotAllowed(whoMay(incident));
            }
            if (steps(incident).stream().noneMatch(task -> task.getId().equals(chosen.getId()))) {
                throw new Conflict("%s has gone on meanwhile. %s".formatted(incident, whereItStands(steps(incident))));
            }
            tasks.complete(chosen.getId(), Map.of(TICK, true));
        });
    }

    /** Whether the step belongs to a live stage, be it to a diagram that the stage calls. */
    boolean canLeaveOut(DelegateExecution execution) {
        for (var part = execution;
                part != null;
                part = part.getProcessInstance().getSuperExecution()) {
            if (LIVE.contains(key(part))) {
                return true;
            }
        }
        return false;
    }

    /** @throws dev.ensemble.incident.Refused when they may not */
    void check(Token token, Form form) {
        if (!mayLeaveOut(token.incident(), form.person())) {
            form.refuse(TICK, whoMay(token.incident()));
        }
        form.check();
    }

    void leftOut(Token token, String task, String label, String person) {
        timeline.skipped(token.incident(), task, label, person);
        process.stepSkipped(token.incident(), skipped.add(token.incident(), task, label, person));
    }

    private boolean mayLeaveOut(IncidentId incident, String person) {
        return tenures.holder(incident, Role.MODERATOR)
                .map(moderator -> moderator.equals(person))
                .orElseGet(() -> people.mayRespond(person));
    }

    private String whoMay(IncidentId incident) {
        return tenures.holder(incident, Role.MODERATOR)
                .map(moderator ->
                        "%s moderates. Only they can skip a step; ask them.".formatted(people.name(moderator)))
                .orElse("Only who may respond can skip a step; an administrator can add you to the group responders.");
    }

    private Task chosen(IncidentId incident, String step) {
        var open = steps(incident);
        var fitting = step == null || step.isBlank()
                ? open
                : open.stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(step.strip()))
                        .toList();
        if (fitting.size() != 1) {
            throw new Conflict(whereItStands(open));
        }
        return fitting.get(0);
    }

    private static String whereItStands(List<Task> open) {
        if (open.isEmpty()) {
            return "Nothing is required now that could be skipped.";
        }
        return "What is required now: %s. Name one as task."
                .formatted(open.stream().map(Task::getTaskDefinitionKey).collect(Collectors.joining(", ")));
    }

    private List<Task> steps(IncidentId incident) {
        return unchecked.ask(
                () -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(incident.toString())
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream()
                        .filter(task -> canLeaveOut(((TaskEntity) task).getExecution()))
                        .toList());
    }

    private static String key(DelegateExecution part) {
        return ((ExecutionEntity) part).getProcessDefinition().getKey();
    }
}
