package dev.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.incident.IncidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Ends a test class by checking that its tests walked every box of a diagram: what the engine's history saw of the class's
 * own incidents, against the model.
 */
public class Walked implements BeforeAllCallback, AfterAllCallback {

    private static final List<IncidentId> BEGUN = new ArrayList<>();

    private final String diagram;

    private Walked(String diagram) {
        this.diagram = diagram;
    }

    /** @param diagram the key of its process */
    public static Walked all(String diagram) {
        return new Walked(diagram);
    }

    static void begun(IncidentId incident) {
        BEGUN.add(incident);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        BEGUN.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var engine = SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(diagram)
                .latestVersion()
                .singleResult();
        var model = engine.getRepositoryService().getBpmnModelInstance(definition.getId());
        var boxes = model.getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        boxes.removeAll(walked(engine));
        assertThat(boxes)
                .as("boxes of %s that no test of %s walked", diagram, context.getDisplayName())
                .isEmpty();
    }

    private Set<String> walked(ProcessEngine engine) {
        var history = engine.getHistoryService();
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(diagram).list().stream()
                .filter(instance -> belongsHere(instance.getBusinessKey()))
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(activity -> activity.getActivityId().replace("#multiInstanceBody", ""))
                .collect(Collectors.toSet());
    }

    /** What the clock begins has no incident, and no class of its own. */
    private static boolean belongsHere(String businessKey) {
        return businessKey == null || BEGUN.stream().map(IncidentId::toString).anyMatch(businessKey::equals);
    }
}
