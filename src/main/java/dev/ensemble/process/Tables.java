package dev.ensemble.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** The decision tables, read from the deployment that an incident started on, so that it keeps its policy. */
@Component
class Tables {

    private final DecisionService decisions;

    Tables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The rules that hit, in the order of their table. */
    List<DmnDecisionResultEntries> rows(String table, DelegateExecution execution, Map<String, Object> asked) {
        var deployed = Context.getProcessEngineConfiguration().getDeploymentCache();
        var deployment = deployed.findDeployedProcessDefinitionById(execution.getProcessDefinitionId())
                .getDeploymentId();
        var decision = deployed.findDeployedDecisionDefinitionByDeploymentAndKey(deployment, table);
        return decisions.evaluateDecisionById(decision.getId()).variables(asked).evaluate().stream()
                .map(row -> (DmnDecisionResultEntries) row)
                .toList();
    }
}
