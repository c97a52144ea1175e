package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.springframework.stereotype.Component;

/**
 * Tells every part of an incident that waits for a message. Should one of them move on at that very moment, since time rings
 * there, the whole is done again on what that left; the engine's own correlation would fail for good.
 */
@Component
class AllParts {

    private final RuntimeService runtime;
    private final Unchecked unchecked;

    AllParts(RuntimeService runtime, Unchecked unchecked) {
        this.runtime = runtime;
        this.unchecked = unchecked;
    }

    /** Nothing happens where none waits. */
    void tell(IncidentId incident, String message) {
        unchecked.run(() -> {
            var waiting = runtime
                    .createExecutionQuery()
                    .processInstanceBusinessKey(incident.toString())
                    .messageEventSubscriptionName(message)
                    .list()
                    .stream()
                    .flatMap(execution -> subscriptions(execution.getId(), message).stream())
                    .toList();
            waiting.stream()
                    .filter(AllParts::stillWaits)
                    .forEach(subscription -> subscription.eventReceived(null, false));
        });
    }

    private static List<EventSubscriptionEntity> subscriptions(String execution, String message) {
        var subscriptions = Context.getCommandContext()
                .getEventSubscriptionManager()
                .findEventSubscriptionsByNameAndExecution(EventType.MESSAGE.name(), message, execution, true);
        if (subscriptions.isEmpty()) {
            throw new OptimisticLockingException(
                    "%s has moved on and waits no more for %s".formatted(execution, message));
        }
        return subscriptions;
    }

    /** One that was told may have ended others. */
    private static boolean stillWaits(EventSubscriptionEntity subscription) {
        return !Context.getCommandContext().getDbEntityManager().isDeleted(subscription);
    }
}
