package dev.ensemble.process;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Who waits for a message. Unlike the engine's own correlation, which asks the database, this sees what the running
 * transaction has only just begun; it has to be called inside a command.
 */
final class Subscriptions {

    private Subscriptions() {}

    /** Those of one process instance, which is known by the id of its outermost execution. */
    static List<EventSubscriptionEntity> ofInstance(String processInstance, String message) {
        return named(
                message,
                Context.getCommandContext()
                        .getExecutionManager()
                        .findExecutionById(processInstance)
                        .getEventSubscriptions());
    }

    /** Those anywhere in the process instance that an execution belongs to. */
    static List<EventSubscriptionEntity> inTheInstanceOf(String execution, String message) {
        var commands = Context.getCommandContext();
        var instance =
                commands.getExecutionManager().findExecutionById(execution).getProcessInstanceId();
        return named(
                message, commands.getEventSubscriptionManager().findEventSubscriptionsByProcessInstanceId(instance));
    }

    /** Those of the innermost scope around a place in a diagram that waits for the message. */
    static List<EventSubscriptionEntity> around(ExecutionEntity place, String message) {
        var waiting = named(message, place.getEventSubscriptions());
        return waiting.isEmpty() && place.getParent() != null ? around(place.getParent(), message) : waiting;
    }

    private static List<EventSubscriptionEntity> named(String message, List<EventSubscriptionEntity> subscriptions) {
        return subscriptions.stream()
                .filter(subscription -> message.equals(subscription.getEventName()))
                .toList();
    }
}
