package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the response plan, row by row. */
class PlanTest {

    private static final Path PLAN = Path.of("bpmn", "response-plan.dmn");
    private static final DmnEngine TABLES =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> DECISIONS = decisions();

    @ParameterizedTest
    @ValueSource(strings = {"down", "degraded", "insecure"})
    void needsTheHandbooksRolesWhateverIsWrong(String condition) {
        var needed = decide("rolesNeeded", Map.of("condition", condition));

        assertThat(needed.collectEntries("role"))
                .isEqualTo(List.<Object>of("moderator", "note-taker", "it-manager", "interpreter"));
        assertThat(needed.collectEntries("askAgainAfter"))
                .isEqualTo(List.<Object>of("PT5M", "PT10M", "PT10M", "PT20M"));
        assertThat(needed.collectEntries("askAtMost")).isEqualTo(List.<Object>of(3, 3, 3, 2));
        assertThat(needed.collectEntries("required")).isEqualTo(List.<Object>of(true, false, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "takeRole, PT10M",
        "goOnWithoutModerator, PT10M",
        "investigate, PT30M",
        "applyFix, PT30M",
        "verifyFix, PT15M",
        "scheduleMeeting, P1D",
        "reflectAlone, P2D",
        "holdMeeting, PT2H",
        "agreeOnFollowUps, PT2H",
        "acceptFollowUp, P3D",
        "verifyFollowUp, P3D",
        "doByHand, PT5M",
        "updateStatusPage, PT5M",
        "readBrief, PT15M",
        "sumUp, PT15M",
        "sayWhySkipped, PT2H"
    })
    void saysByWhenATaskIsDue(String task, String within) {
        assertThat(decide("taskDeadlines", Map.of("task", task)).<String>getSingleEntry())
                .isEqualTo(within);
    }

    @TestFactory
    Stream<DynamicTest> namesOnlyTasksThatAreDrawn() {
        var drawn = userTasks();
        return rules("taskDeadlines")
                .map(task ->
                        DynamicTest.dynamicTest(task, () -> assertThat(drawn).contains(task)));
    }

    @ParameterizedTest
    @CsvSource({
        "moderator, stand in the way",
        "note-taker, missing from the timeline",
        "it-manager, people outside",
        "interpreter, stumble over",
        "expert, know that others needed",
        "learner, not understand at first"
    })
    void asksEveryRoleItsOwnQuestionAfterThoseForAll(String role, String part) {
        var questions = decide("reflectionQuestions", Map.of("role", role)).collectEntries("question");

        assertThat(questions).hasSize(5);
        assertThat(questions.get(0).toString()).startsWith("What did you see");
        assertThat(questions.get(1).toString()).isEqualTo("What surprised you?");
        assertThat(questions.get(2).toString()).contains("get lucky");
        assertThat(questions.get(3).toString()).contains("less stressful");
        assertThat(questions.get(4).toString()).contains(part);
    }

    @Test
    void asksLearnersTwoQuestionsAfterTheMeeting() {
        assertThat(decide("lookBackQuestions", Map.of("condition", "down")).collectEntries("question"))
                .hasSize(2);
        assertThat(decide("lookBack", Map.of("condition", "insecure")).<String>getSingleEntry())
                .isEqualTo("P3D");
    }

    @ParameterizedTest
    @CsvSource({"down, PT30M", "degraded, PT1H", "insecure, PT30M"})
    void saysHowOftenToSumUp(String condition, String every) {
        assertThat(decide("sumUp", Map.of("condition", condition)).<String>getSingleEntry())
                .isEqualTo(every);
    }

    @ParameterizedTest
    @ValueSource(strings = {"announce", "staff", "respond", "fix", "reflect"})
    void givesALearnerOneThingToWatchInEveryStageUpToTheMeeting(String stage) {
        assertThat(decide("oneThingToWatch", Map.of("stage", stage)).<String>getSingleEntry())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"down, 3, 50, P30D, P7D", "degraded, 3, 25, P14D, P7D", "insecure, 3, 50, P30D, P3D"})
    void saysHowToLearn(String condition, int days, int minutes, String watch, String lateAfter) {
        var learning = decide("learning", Map.of("condition", condition)).getSingleResult();

        assertThat(learning.<Integer>getEntry("meetingWithinWorkingDays")).isEqualTo(days);
        assertThat(learning.<Integer>getEntry("meetingMinutes")).isEqualTo(minutes);
        assertThat(learning.<String>getEntry("watch")).isEqualTo(watch);
        assertThat(learning.<String>getEntry("lateAfter")).isEqualTo(lateAfter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "note-taker", "it-manager", "interpreter", "expert", "learner"})
    void saysHowLongARoleIsHeldAtAStretchAndHowSoonAnOfferIsAnswered(String role) {
        var times = decide("roleTimes", Map.of("role", role)).getSingleResult();

        assertThat(times.<String>getEntry("answerWithin")).isEqualTo("PT5M");
        assertThat(times.<String>getEntry("suggestAfter")).isEqualTo("PT60M");
        assertThat(times.<String>getEntry("urgeAfter")).isEqualTo("PT3H");
    }

    @ParameterizedTest
    @CsvSource({"due, owner", "late, it-manager", "to-verify, anybody"})
    void saysWhomToRemindOfAFollowUp(String event, String whom) {
        assertThat(decide("followUpReminders", Map.of("event", event)).collectEntries("remind"))
                .isEqualTo(List.<Object>of(whom));
    }

    private static DmnDecisionResult decide(String decision, Map<String, Object> about) {
        return TABLES.evaluateDecision(DECISIONS.get(decision), about);
    }

    private static Map<String, DmnDecision> decisions() {
        try (var in = Files.newInputStream(PLAN)) {
            return TABLES.parseDecisions(in).stream().collect(Collectors.toMap(DmnDecision::getKey, found -> found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> rules(String decision) {
        var model = org.camunda.bpm.model.dmn.Dmn.readModelFromFile(PLAN.toFile());
        org.camunda.bpm.model.dmn.instance.Decision table = model.getModelElementById(decision);
        return table.getChildElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class).stream()
                .flatMap(rows -> rows.getRules().stream())
                .map(rule -> rule.getInputEntries()
                        .iterator()
                        .next()
                        .getText()
                        .getTextContent()
                        .replace("\"", ""));
    }

    private static Set<String> userTasks() {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                    .map(UserTask::getId)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
