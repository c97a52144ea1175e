package dev.ensemble.process;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.Found;
import dev.ensemble.incident.IncidentId;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A finding that reaches us by another way than a task: whoever opens a form from now on sees it there. */
@Component
class ShownAnew {

    /** What forms only show. What they fill in beforehand stays: somebody may have changed it. */
    private static final Set<String> HOW_THINGS_STAND = Set.of("situation", "record");

    private final TaskService tasks;
    private final OneAtATime turns;
    private final Unchecked unchecked;
    private final BeanFactory beans;

    ShownAnew(TaskService tasks, OneAtATime turns, Unchecked unchecked, BeanFactory beans) {
        this.tasks = tasks;
        this.turns = turns;
        this.unchecked = unchecked;
        this.beans = beans;
    }

    @EventListener
    void found(Found found) {
        var isInATask = Context.getCommandContext() != null;
        if (!isInATask) {
            turns.on(found.incident(), () -> {
                unchecked.run(() -> showAnew(found.incident()));
                return null;
            });
        }
    }

    /** It is due on another day, or linked to something else: its open tasks show it so. */
    void followUp(FollowUp followUp) {
        unchecked.run(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(followUp.incident().toString())
                .processVariableValueEquals("followUp", followUp.id())
                .list()
                .stream()
                .map(TaskEntity.class::cast)
                .forEach(task -> new TaskAsked(beans).promisedAnew(task)));
    }

    private void showAnew(IncidentId incident) {
        tasks.createTaskQuery().processInstanceBusinessKey(incident.toString()).list().stream()
                .map(TaskEntity.class::cast)
                .forEach(task -> new TaskAsked(beans).show(task, HOW_THINGS_STAND::contains));
    }
}
