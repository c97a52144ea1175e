package dev.ensemble.process;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.springframework.stereotype.Component;

/** What the diagrams have people and the product do, as the newest version of them has it. */
@Component
public class DrawnTasks {

    private final RepositoryService repository;
    private final Unchecked unchecked;

    DrawnTasks(RepositoryService repository, Unchecked unchecked) {
        this.repository = repository;
        this.unchecked = unchecked;
    }

    /** What people call each, such as {@code Fix: Verify fix}, by its id; diagram by diagram. */
    public Map<String, String> names() {
        return unchecked.ask(() -> {
            var names = new LinkedHashMap<String, String>();
            var newest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(Diagrams.INCIDENT)
                    .latestVersion()
                    .singleResult()
                    .getDeploymentId();
            repository.createProcessDefinitionQuery().deploymentId(newest).list().stream()
                    .sorted(Comparator.comparing(ProcessDefinition::getResourceName))
                    .forEach(diagram -> repository
                            .getBpmnModelInstance(diagram.getId())
                            .getModelElementsByType(Task.class)
                            .forEach(task ->
                                    names.put(task.getId(), "%s: %s".formatted(diagram.getName(), task.getName()))));
            return names;
        });
    }

    /** What people call it; its id where it is not drawn any more. */
    public String name(String task) {
        return names().getOrDefault(task, task);
    }
}
