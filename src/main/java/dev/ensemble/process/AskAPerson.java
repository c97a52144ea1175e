package dev.ensemble.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * A message that could not be said for good, or a private place to say it that could not be had: in the transaction that
 * leaves the failed job in Cockpit, a person is asked to do it by hand, once. What could not be delivered to another system is
 * put aside in the same way.
 */
class AskAPerson extends DefaultIncidentHandler {

    private static final List<String> FAILED_FOR_GOOD = List.of("couldNotBeSaid", "couldNotBeDelivered");
    private static final int LONGEST_WHY = 1000;

    AskAPerson() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        if (context.getExecutionId() != null && !isAsked(context.getExecutionId())) {
            FAILED_FOR_GOOD.stream()
                    .flatMap(failed -> Subscriptions.inTheInstanceOf(context.getExecutionId(), failed).stream())
                    .forEach(subscription -> subscription.eventReceived(Map.of("why", cut(message)), false));
        }
        return null;
    }

    /** It has failed before, and was tried again from Cockpit in vain: the task is still there. */
    private static boolean isAsked(String execution) {
        var commands = Context.getCommandContext();
        var instance =
                commands.getExecutionManager().findExecutionById(execution).getProcessInstanceId();
        return !commands.getTaskManager().findTasksByProcessInstanceId(instance).isEmpty();
    }

    private static String cut(String why) {
        return why == null ? "unknown" : why.substring(0, Math.min(why.length(), LONGEST_WHY));
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        // the composite's own handler keeps the engine's incidents
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        // the composite's own handler keeps the engine's incidents
    }
}
