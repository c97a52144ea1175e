package dev.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.incident.IncidentId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
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
    private final boolean isOfIncidents;
    private Date begun;

    private Walked(String diagram, boolean isOfIncidents) {
        this.diagram = diagram;
        this.isOfIncidents = isOfIncidents;
    }

    /** @param diagram the key of its process */
    public static Walked all(String diagram) {
        return new Walked(diagram, true);
    }

    /** The same for a diagram that runs beside all incidents. */
    public static Walked allBeside(String diagram) {
        return new Walked(diagram, false);
    }

    static void begun(IncidentId incident) {
        BEGUN.add(incident);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        BEGUN.clear();
        begun = new Date();
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
        return instances(history)
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(activity -> activity.getActivityId().replace("#multiInstanceBody", ""))
                .collect(Collectors.toSet());
    }

    private Stream<HistoricProcessInstance> instances(HistoryService history) {
        if (!isOfIncidents) {
            return history
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(diagram)
                    .startedAfter(begun)
                    .list()
                    .stream();
        }
        return BEGUN.stream()
                .flatMap(incident -> history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(incident.toString())
                        .processDefinitionKey(diagram)
                        .list()
                        .stream());
    }
}
