package dev.ensemble.skip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.process.Skipping;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A step is skipped in the moment in which something else happens. */
@EnsembleTest
class SkipAtOnceTest {

    private static final int ROUNDS = 5;

    @Autowired
    Walk walk;

    @Autowired
    Skipping skipping;

    @Autowired
    SkippedSteps skipped;

    @Autowired
    FormService forms;

    @RepeatedTest(ROUNDS)
    void aStepIsSkippedOrDoneAndTheOtherHearsIt() throws Exception {
        walk.fixing();
        var task = walk.task("applyFix").getId();

        var failures = AtOnce.failures(
                () -> walk.asRun("maya", () -> skipping.skipped(walk.id(), "applyFix")),
                () -> walk.asRun("eli", () -> forms.submitTaskForm(task, Map.of("whatWasDone", "Restarted"))));

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.getMessage())
                        .containsAnyOf(
                                "somebody has done it already", "has gone on meanwhile", "What is required now"));
        assertThat(walk.openTasks()).contains("verifyFix").doesNotContain("applyFix");
        assertThat(walk.timeline().stream().filter(entry -> entry.label().equals("Apply fix")))
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void twoSkipsAtOnceSkipOneStep() throws Exception {
        walk.reported();

        var failures = AtOnce.failures(
                () -> walk.asRun("eli", () -> skipping.skipped(walk.id(), "goOnWithoutModerator")),
                () -> walk.asRun("lena", () -> skipping.skipped(walk.id(), "goOnWithoutModerator")));

        assertThat(failures).hasSize(1);
        assertThat(skipped.of(walk.id())).hasSize(1);
        assertThat(walk.openTasks()).containsOnlyOnce("sayWhySkipped").contains("investigate");
    }
}
