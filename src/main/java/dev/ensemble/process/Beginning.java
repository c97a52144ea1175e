package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Stage;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * A report is answered as soon as it is on record; the response to it begins in a step of its own, which the engine's clockwork
 * takes a moment later. Whoever does something to the incident before that takes the step first, and finds it begun.
 */
@Component
class Beginning {

    private final Incidents incidents;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Unchecked unchecked;

    Beginning(Incidents incidents, RuntimeService runtime, ManagementService management, Unchecked unchecked) {
        this.incidents = incidents;
        this.runtime = runtime;
        this.management = management;
        this.unchecked = unchecked;
    }

    /**
     * Begins the response where that is still to be done, in the transaction at hand, which has the incident's turn. Should the
     * clockwork begin it in the same moment, one of the two is undone by the engine, as a job that is done is not there again.
     */
    void catchUp(IncidentId incident) {
        if (incidents.get(incident).stage() == Stage.ANNOUNCE) {
            unchecked.run(
                    () -> steps(incident).forEach(step -> ((JobEntity) step).execute(Context.getCommandContext())));
        }
    }

    /** Steps of the incident's own diagram that the clockwork has not taken yet. */
    private List<Job> steps(IncidentId incident) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Diagrams.INCIDENT)
                .processInstanceBusinessKey(incident.toString())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).messages().list().stream())
                .toList();
    }
}
