package dev.ensemble.process;

import dev.ensemble.incident.Refused;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * People and other systems go the way that is drawn: they begin where the diagram begins, leave a task by completing it, and
 * do not exchange what a task is about. The engine's interfaces would let them do otherwise.
 */
class OnlyAsDrawn extends CommandInterceptor {

    private static final Set<Class<?>> PAST_THE_DRAWING = Set.of(
            StartProcessInstanceAtActivitiesCmd.class, HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class);

    private final IdentityService identities;

    OnlyAsDrawn(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (identities.getCurrentAuthentication() != null) {
            if (PAST_THE_DRAWING.contains(command.getClass())) {
                throw refused("startInstructions", "The process begins and goes on as it is drawn; leave this out.");
            }
            if (command instanceof SubmitTaskFormCmd) {
                check(command, "properties");
            } else if (command instanceof CompleteTaskCmd) {
                check(command, "variables");
            }
        }
        return next.execute(command);
    }

    private static void check(Command<?> command, String field) {
        var entered = new DirectFieldAccessor(command).getPropertyValue(field);
        if (!(entered instanceof Map<?, ?> variables)) {
            return;
        }
        var fixed = new TreeSet<>(KnownVariables.SET_BY_THE_PROCESS);
        fixed.retainAll(variables.keySet());
        if (!fixed.isEmpty()) {
            throw refused(String.join(", ", fixed), "The process sets this itself; leave it out.");
        }
    }

    private static Plainly.NotTaken refused(String field, String why) {
        return new Plainly.NotTaken(Status.BAD_REQUEST, new Refused(field, why));
    }
}
