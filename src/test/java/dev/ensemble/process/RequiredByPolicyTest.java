package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.SkippedStep;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.incident.Stage;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is required is in files: each of these changes a copy of them, and no Java, and runs an incident. */
@EnsembleTest
class RequiredByPolicyTest {

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Changed process;

    @Autowired
    SkippedSteps skipped;

    @AfterEach
    void takeTheChangeBack() {
        process.takeBack();
    }

    @Test
    void waitsForANoteTaker() {
        requiring(plan -> required(plan, "Rule_rolesNeeded_2", true));

        walk.responding();
        assertThat(walk.record().stage()).isEqualTo(Stage.STAFF);
        assertThat(walk.opened("goOnWithoutModerator", "eli")).containsEntry("missing", "note taker");
        walk.take("note-taker", "noor");

        assertThat(walk.openTasks()).contains("investigate").doesNotContain("goOnWithoutModerator");
    }

    @Test
    void waitsForBothAtOnce() {
        requiring(plan -> required(plan, "Rule_rolesNeeded_2", true));

        walk.responding().giveUp("moderator", "maya", "").take("note-taker", "noor");
        assertThat(walk.opened("goOnWithoutModerator", "eli")).containsEntry("missing", "moderator");
        walk.take("moderator", "sam");

        assertThat(walk.openTasks()).contains("investigate");
    }

    @Test
    void goesOnWithoutTheNoteTakerWhenSomebodySaysSo() {
        requiring(plan -> required(plan, "Rule_rolesNeeded_2", true));

        walk.responding()
                .ring("BoundaryEvent_roleOverdue", "note-taker")
                .ring("Event_roleStillOpen", "note-taker")
                .ring("Event_roleStillOpen", "note-taker")
                .say();
        assertThat(walk.thread()).last().asString().contains("Maya Osei: nobody", "note taker", "the response waits");
        walk.complete("goOnWithoutModerator", "maya", Map.of("goOnReason", "I write it down myself"))
                .say();

        assertThat(walk.openTasks()).contains("investigate");
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Maya Osei goes on without note taker", "I write it down myself")
                .doesNotContain("Can you moderate?");
    }

    @Test
    void waitsForNobodyWhereNoRoleIsRequired() {
        requiring(plan -> required(plan, "Rule_rolesNeeded_1", false));

        walk.reported();

        assertThat(walk.openTasks()).contains("investigate").doesNotContain("goOnWithoutModerator");
        assertThat(walk.open("takeRole")).hasSize(4);
    }

    @Test
    void skipsAFurtherTaskThatNobodyProgrammed() {
        checkingBackups("""
                <bpmn:sequenceFlow id="Flow_checkBackups" sourceRef="checkBackups" targetRef="EndEvent_fixFound" />""");

        walk.fixing().complete("checkBackups", "maya", Map.of("skip", true));

        assertThat(walk.openTasks()).contains("applyFix", "sayWhySkipped");
        assertThat(skipped.of(walk.id()))
                .extracting(SkippedStep::task, SkippedStep::label)
                .containsExactly(tuple("checkBackups", "Check backups"));
    }

    @Test
    void goesAGatewaysDefaultWayWhereItsAnswerWasSkipped() {
        checkingBackups("""
                <bpmn:sequenceFlow id="Flow_checkBackups" sourceRef="checkBackups" targetRef="Gateway_clean" />
                <bpmn:exclusiveGateway id="Gateway_clean" name="Clean?" default="Flow_clean" />
                <bpmn:sequenceFlow id="Flow_clean" sourceRef="Gateway_clean" targetRef="EndEvent_fixFound" />
                <bpmn:sequenceFlow id="Flow_unclean" sourceRef="Gateway_clean" targetRef="Gateway_lookAgain">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\
                ${execution.hasVariable('clean') &amp;&amp; clean == 'no'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>""");

        walk.fixing().complete("checkBackups", "eli", Map.of("clean", "no"));
        assertThat(walk.openTasks()).contains("investigate");
        other.fixing().complete("checkBackups", "maya", Map.of("skip", true));
        assertThat(other.openTasks()).contains("applyFix", "sayWhySkipped");
    }

    /** A further task after what we try, and where it leads. */
    private void checkingBackups(String flows) {
        process.copy()
                .change(
                        "3-respond.bpmn",
                        diagram -> diagram.replaceFirst(
                                        "(<bpmn:sequenceFlow id=\"Flow_sayWhatWeTry_fixFound\"[^>]*targetRef=\")EndEvent_fixFound",
                                        "$1checkBackups")
                                .replaceFirst("<bpmn:incoming>Flow_sayWhatWeTry_fixFound</bpmn:incoming>", "")
                                .replace("</bpmn:process>", """
                                <bpmn:userTask id="checkBackups" name="Check backups" camunda:formRef="checkBackups" \
                                camunda:formRefBinding="deployment" camunda:candidateGroups="responders" />
                                %s
                                </bpmn:process>""".formatted(flows)))
                .add("forms/checkBackups.form", """
                        {"type": "default", "id": "checkBackups", "components": [
                          {"type": "checkbox", "id": "Field_skip", "key": "skip", "label": "Skip this step"}]}""")
                .deploy();
    }

    private void requiring(UnaryOperator<String> change) {
        process.copy().change("response-plan.dmn", change).deploy();
    }

    private static String required(String plan, String rule, boolean required) {
        return plan.replaceFirst(
                "(<outputEntry id=\"%s_out4\">\\s*<text>)%s".formatted(rule, !required), "$1" + required);
    }
}
