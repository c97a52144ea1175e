package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.TimelineEntry;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a team responds is in files: each of these changes a copy of them, and no Java, and runs an incident. */
@EnsembleTest
class PolicyTest {

    private static final String PLAN = "response-plan.dmn";

    @Autowired
    Walk walk;

    @Autowired
    Changed changed;

    @BeforeEach
    void copyOurs() {
        changed.copy();
    }

    @AfterEach
    void takeTheChangeBack() {
        changed.takeBack();
    }

    @Test
    void addsARole() {
        change(PLAN, plan -> Changed.with(plan, "rolesNeeded", """
                <rule id="Rule_scribe">
                  <inputEntry id="Rule_scribe_in1"><text>-</text></inputEntry>
                  <outputEntry id="Rule_scribe_out1"><text>"scribe"</text></outputEntry>
                  <outputEntry id="Rule_scribe_out2"><text>"PT10M"</text></outputEntry>
                  <outputEntry id="Rule_scribe_out3"><text>3</text></outputEntry>
                  <outputEntry id="Rule_scribe_out4"><text>false</text></outputEntry>
                </rule>"""));

        walk.reported().take("scribe", "sam").say();

        assertThat(walk.announcement()).contains("scribe").contains("Sam Turner");
        assertThat(walk.open("takeRole")).hasSize(4);
    }

    @Test
    void changesAReminder() {
        change(PLAN, plan -> plan.replace("\"PT20M\"", "\"PT2H\""));

        walk.reported();

        assertThat(timer("BoundaryEvent_roleOverdue", "interpreter").getDuedate())
                .isCloseTo(in(Duration.ofHours(2)), 60_000);
    }

    @Test
    void asksAFurtherQuestion() {
        change(PLAN, plan -> plan.replace("What surprised you?", "Which of our names for things confused you?"));

        walk.restored();

        assertThat(walk.shownTo("reflectAlone", "maya").get("questions").toString())
                .contains("Which of our names for things confused you?");
    }

    @Test
    void hasAFurtherTaskInRespondThatNobodyProgrammed() {
        changed.add("forms/checkBackups.form", """
                {"type": "default", "id": "checkBackups", "components": [
                  {"type": "textfield", "id": "Field_lastBackup", "key": "lastBackup", "label": "Last backup"}]}""");
        change(
                "3-respond.bpmn",
                diagram -> diagram.replaceFirst(
                                "(<bpmn:sequenceFlow id=\"Flow_sayWhatWeTry_fixFound\"[^>]*targetRef=\")EndEvent_fixFound",
                                "$1checkBackups")
                        .replaceFirst(
                                "<bpmn:incoming>Flow_sayWhatWeTry_fixFound</bpmn:incoming>",
                                "<bpmn:incoming>Flow_checkBackups</bpmn:incoming>")
                        .replaceFirst("</bpmn:process>", """
                        <bpmn:userTask id="checkBackups" name="Check backups" camunda:formRef="checkBackups" \
                        camunda:formRefBinding="deployment" camunda:candidateGroups="responders">
                          <bpmn:incoming>Flow_sayWhatWeTry_fixFound</bpmn:incoming>
                          <bpmn:outgoing>Flow_checkBackups</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="Flow_checkBackups" sourceRef="checkBackups" targetRef="EndEvent_fixFound" />
                        </bpmn:process>"""));

        walk.fixing();
        assertThat(walk.openTasks()).doesNotContain("applyFix");
        walk.complete("checkBackups", "ivo", Map.of("lastBackup", "This night, and it opens"));

        assertThat(walk.openTasks()).contains("applyFix");
        assertThat(walk.timeline())
                .filteredOn(entry -> entry.label().equals("Check backups"))
                .singleElement()
                .extracting(TimelineEntry::text)
                .isEqualTo("This night, and it opens");
    }

    @Test
    void watchesForAnotherTime() {
        change(PLAN, plan -> plan.replace("\"P30D\"", "\"P90D\""));

        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "It"));

        assertThat(timer("Event_watchEnded", null).getDuedate()).isCloseTo(in(Duration.ofDays(90)), 7_200_000);
    }

    @Test
    void hasAPlanOfItsOwnForOneService() {
        change(
                PLAN,
                plan -> plan.replaceFirst(
                                "(<decision id=\"learning\"[^>]*>\\s*<decisionTable[^>]*hitPolicy=\")UNIQUE", "$1FIRST")
                        .replaceFirst("(?s)(<rule id=\"Rule_learning_1\">)", """
                        <rule id="Rule_figgy">
                          <inputEntry id="Rule_figgy_in1"><text>service = "Figgy"</text></inputEntry>
                          <outputEntry id="Rule_figgy_out1"><text>1</text></outputEntry>
                          <outputEntry id="Rule_figgy_out2"><text>25</text></outputEntry>
                          <outputEntry id="Rule_figgy_out3"><text>"P7D"</text></outputEntry>
                          <outputEntry id="Rule_figgy_out4"><text>"P1D"</text></outputEntry>
                        </rule>
                        $1"""));

        walk.restored();

        assertThat(walk.shown("scheduleMeeting")).containsEntry("meetingMinutes", "25");
    }

    private void change(String file, UnaryOperator<String> change) {
        changed.change(file, change).deploy();
    }

    private Job timer(String event, String role) {
        return walk.timer(event, role);
    }

    private static Date in(Duration time) {
        return new Date(System.currentTimeMillis() + time.toMillis());
    }
}
