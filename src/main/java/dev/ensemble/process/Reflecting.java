package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.TookPart;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever took part is asked, each once, what they saw; also who does so only while others look back. */
@Component
public class Reflecting {

    /** The diagram of one person's looking back. */
    static final String REFLECTION = "reflection";

    private static final String ASKED = "askedToReflect";

    private final RuntimeService runtime;
    private final Unchecked unchecked;
    private final Reflections reflections;
    private final Holders holders;

    Reflecting(RuntimeService runtime, Unchecked unchecked, Reflections reflections, BeanFactory beans) {
        this.runtime = runtime;
        this.unchecked = unchecked;
        this.reflections = reflections;
        this.holders = new Holders(beans);
    }

    /** The time has come to look back: everybody who took part until now is asked. */
    public void begun(Token token) {
        var people = holders.everybody(token.execution());
        reflections.asked(token.incident(), people);
        people.forEach(person -> ask((ExecutionEntity) token.execution(), person));
    }

    /** A command of its own for each: what one message brings along must have arrived before the next. */
    private void ask(ExecutionEntity place, String person) {
        unchecked.run(() -> Subscriptions.around(place, ASKED)
                .forEach(waiting -> waiting.eventReceived(null, null, Map.of("person", person), null, false)));
    }

    /** Where people look back already, and this person was not asked, they are now. */
    @EventListener
    void somebodyTookPart(TookPart late) {
        if (reflections.asks(late.incident(), late.person())) {
            return;
        }
        var begun = unchecked.ask(() -> runtime.createMessageCorrelation(ASKED)
                .processInstanceBusinessKey(late.incident().toString())
                .setVariablesToTriggeredScope(Map.of("person", late.person()))
                .correlateAllWithResult());
        if (!begun.isEmpty()) {
            reflections.asked(late.incident(), late.person());
        }
    }

    /** Whether somebody is still to look back. */
    public boolean isAsked(IncidentId incident, String person) {
        return unchecked.ask(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(REFLECTION)
                        .processInstanceBusinessKey(incident.toString())
                        .variableValueEquals("person", person)
                        .count()
                > 0);
    }

    /** Whether somebody in this instance of a diagram still looks back. */
    static boolean isGoingOn(DelegateExecution execution) {
        return isGoingOn((ExecutionEntity) execution.getProcessInstance());
    }

    private static boolean isGoingOn(ExecutionEntity execution) {
        var called = execution.getSubProcessInstance();
        return called != null && REFLECTION.equals(called.getProcessDefinition().getKey())
                || execution.getExecutions().stream().anyMatch(Reflecting::isGoingOn);
    }
}
