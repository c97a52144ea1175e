package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** What a diagram gives to whoever holds a role goes with the role, unless somebody else has taken it on by hand. */
@Component
class TasksOfRoles {

    /** {@code ${holders.of(execution, 'moderator')}}, with one role or two, or {@code holders.lately}. */
    private static final Pattern HOLDER = Pattern.compile("\\$\\{holders\\.(?:of|lately)\\(execution(, '[^']+')+\\)}");

    private static final Pattern ROLE = Pattern.compile("'([^']+)'");

    private final TaskService tasks;
    private final Tenures tenures;

    TasksOfRoles(TaskService tasks, Tenures tenures) {
        this.tasks = tasks;
        this.tenures = tenures;
    }

    /** @param former who held the role until now, {@code null} where nobody did */
    void follow(IncidentId incident, String former) {
        tasks.createTaskQuery().processInstanceBusinessKey(incident.toString()).list().stream()
                .map(TaskEntity.class::cast)
                .forEach(task -> follow(incident, task, former));
    }

    private void follow(IncidentId incident, TaskEntity task, String former) {
        var assignee = task.getTaskDefinition().getAssigneeExpression();
        if (assignee == null || !HOLDER.matcher(assignee.getExpressionText()).matches()) {
            return;
        }
        var holder = (String) assignee.getValue(task.getExecution());
        if (!Objects.equals(holder, task.getAssignee())
                && isByRole(incident, task.getAssignee(), assignee.getExpressionText(), former)) {
            task.setAssignee(holder);
        }
    }

    private boolean isByRole(IncidentId incident, String assignee, String expression, String former) {
        return assignee == null
                || assignee.equals(former)
                || ROLE.matcher(expression)
                        .results()
                        .map(found -> tenures.holder(incident, new Role(found.group(1))))
                        .anyMatch(holder -> holder.filter(assignee::equals).isPresent());
    }
}
