package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ensemble.EnsembleTest;
import dev.ensemble.incident.Stage;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** One word, three places: a box's label, its id, and its class. */
@EnsembleTest
class DiagramsMatchCodeTest {

    private static final File FOLDER = new File("bpmn");

    @Autowired
    Map<String, Step> steps;

    @Autowired
    Map<String, Answer> answers;

    @TestFactory
    Stream<DynamicTest> everyTaskIsNamedAfterItsLabel() {
        return each(Task.class, task -> assertThat(task.getId()).isEqualTo(camelCase(task.getName())));
    }

    @TestFactory
    Stream<DynamicTest> everyServiceTaskIsAClassOfItsName() {
        return each(ServiceTask.class, task -> {
            assertThat(steps).containsKey(task.getId());
            assertThat(steps.get(task.getId()).getClass().getSimpleName()).isEqualToIgnoringCase(task.getId());
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${%s}".formatted(task.getId()));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyUserTaskHasAFormAndAnAnswer() {
        return each(UserTask.class, task -> {
            assertThat(answers).containsKey(task.getId());
            var form = task.getCamundaFormRef() != null
                    ? "forms/%s.form".formatted(task.getCamundaFormRef())
                    : task.getCamundaFormKey().replaceFirst("^embedded:deployment:bpmn/", "");
            assertThat(form).startsWith("forms/" + task.getId());
            assertThat(new File(FOLDER, form)).exists();
            assertThat(task.getCamundaCandidateGroups()).isEqualTo("responders");
        });
    }

    @TestFactory
    Stream<DynamicTest> everythingHasALabelOrOnlyJoins() {
        return each(FlowNode.class, box -> {
            if (box.getName() == null || box.getName().isBlank()) {
                assertThat(box.getId()).startsWith("Gateway_");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyCallStaysInItsDeploymentAndUnderItsNumber() {
        return each(CallActivity.class, call -> {
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(Bpmn.convertToString(call.getModelInstance() instanceof BpmnModelInstance model ? model : null))
                    .contains("businessKey=\"#{execution.processBusinessKey}\"");
            assertThat(diagrams().values())
                    .anyMatch(model -> model.getModelElementsByType(Process.class).stream()
                            .anyMatch(process -> process.getId().equals(call.getCalledElement())));
        });
    }

    @Test
    void everyStepAndAnswerIsDrawn() {
        var drawn = diagrams().values().stream()
                .flatMap(model -> model.getModelElementsByType(Task.class).stream())
                .map(FlowNode::getId)
                .toList();

        assertThat(drawn)
                .containsAll(steps.keySet())
                .containsAll(answers.keySet())
                .doesNotHaveDuplicates();
    }

    @Test
    void theStagesAreTheCallsInTheirOrder() {
        var row = diagrams().get("incident.bpmn").getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .toList();

        assertThat(row)
                .containsSubsequence(Arrays.stream(Stage.values())
                        .filter(stage -> stage.compareTo(Stage.CLOSED) < 0)
                        .map(Stage::toString)
                        .toList());
    }

    @Test
    void everyStageIsAFileAndAPackage() {
        var number = 1;
        for (var stage : List.of("announce", "staff", "respond", "fix", "reflect", "follow-up")) {
            assertThat(new File(FOLDER, "%d-%s.bpmn".formatted(number++, stage)))
                    .exists();
            assertThat(new File("src/main/java/dev/ensemble/" + stage.replace("-", "")))
                    .isDirectory();
        }
    }

    private static <T extends FlowNode> Stream<DynamicTest> each(Class<T> type, Consumer<T> check) {
        return diagrams().entrySet().stream()
                .flatMap(diagram -> diagram.getValue().getModelElementsByType(type).stream()
                        .map(box -> dynamicTest(
                                "%s: %s".formatted(diagram.getKey(), box.getId()), () -> check.accept(box))));
    }

    private static Map<String, BpmnModelInstance> diagrams() {
        return Arrays.stream(FOLDER.listFiles((folder, name) -> name.endsWith(".bpmn")))
                .sorted()
                .collect(Collectors.toMap(File::getName, Bpmn::readModelFromFile));
    }

    private static String camelCase(String label) {
        var words = label.split("[ -]");
        return Arrays.stream(words)
                .map(word ->
                        word.substring(0, 1).toUpperCase() + word.substring(1).toLowerCase())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), name -> name.substring(0, 1).toLowerCase() + name.substring(1)));
    }
}
