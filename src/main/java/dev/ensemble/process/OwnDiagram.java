package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.UnknownIncident;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/**
 * An incident's own diagram, the outermost, as it waits for what happens; it hears so also while the transaction that starts the
 * incident has not ended. {@link AllParts} tells those that it calls.
 */
@Component
class OwnDiagram {

    private final RuntimeService runtime;
    private final Unchecked unchecked;

    OwnDiagram(RuntimeService runtime, Unchecked unchecked) {
        this.runtime = runtime;
        this.unchecked = unchecked;
    }

    /** What waits for this beside the row begins; nothing does where nothing waits. */
    void beginBeside(IncidentId incident, String message) {
        beginBeside(incident, message, null);
    }

    /** The same, which knows more. */
    void beginBeside(IncidentId incident, String message, Map<String, Object> variables) {
        unchecked.run(() -> Subscriptions.ofInstance(instance(incident), message)
                .forEach(waiting -> waiting.eventReceived(null, null, variables, null, false)));
    }

    /** Whatever waits for this anywhere in it hears; {@code false} where nothing does. */
    boolean tell(IncidentId incident, String message) {
        return unchecked.ask(() -> {
            var waiting = Subscriptions.inTheInstanceOf(instance(incident), message);
            waiting.forEach(subscription -> subscription.eventReceived(null, false));
            return !waiting.isEmpty();
        });
    }

    private String instance(IncidentId incident) {
        var here = Context.getBpmnExecutionContext();
        if (here != null && incident.toString().equals(here.getExecution().getProcessBusinessKey())) {
            return here.getExecution().getRootProcessInstanceId();
        }
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(Diagrams.INCIDENT)
                .processInstanceBusinessKey(incident.toString())
                .singleResult();
        if (instance == null) {
            throw new UnknownIncident(incident);
        }
        return instance.getId();
    }
}
