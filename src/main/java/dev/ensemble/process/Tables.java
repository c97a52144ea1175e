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
        var deployment = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(execution.getProcessDefinitionId())
                .getDeploymentId();
        return decisions.evaluateDecisionById(decision(deployment, table)).variables(asked).evaluate().stream()
                .map(row -> (DmnDecisionResultEntries) row)
                .toList();
    }

    /** An incident that began before there was the table goes by the newest. */
    private static String decision(String deployment, String table) {
        var tables = Context.getCommandContext().getDecisionDefinitionManager();
        var ours = tables.findDecisionDefinitionByDeploymentAndKey(deployment, table);
        return (ours == null ? tables.findLatestDecisionDefinitionByKey(table) : ours).getId();
    }
}
