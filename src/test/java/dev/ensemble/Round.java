package dev.ensemble;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Walks what the clock begins through its diagram; it belongs to no incident. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Round {

    private final ProcessEngine engine;
    private String diagram;
    private String instance;

    Round(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The time has come for a diagram, known by the key of its process, to begin. */
    public Round begun(String key) {
        diagram = key;
        var before = instances().stream().map(ProcessInstance::getId).toList();
        engine.getManagementService().executeJob(start(key).getId());
        instance = instances().stream()
                .map(ProcessInstance::getId)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        return this;
    }

    /** The timer that begins a diagram. */
    public Job start(String key) {
        return engine.getManagementService().createJobQuery().processDefinitionKey(key).list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
    }

    /** What waits for the clock runs: the one timer or step that is next. */
    public Round next() {
        engine.getManagementService().executeJob(job().getId());
        return this;
    }

    /** The same the way the engine's clockwork does it: a failure is dealt with. */
    public Round tryNext() {
        Clockwork.execute(engine, job());
        return this;
    }

    public Job job() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    public boolean isOver() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    /** The ids of the boxes it went through. */
    public List<String> walked() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private List<ProcessInstance> instances() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(diagram)
                .list();
    }
}
