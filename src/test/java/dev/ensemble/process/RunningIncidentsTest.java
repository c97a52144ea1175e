package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.BegunAtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A changed diagram, and incidents that run meanwhile. */
@EnsembleTest
class RunningIncidentsTest {

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    BegunAtOnce clockwork;

    @Autowired
    RepositoryService repository;

    @Autowired
    RunningIncidents running;

    @Autowired
    Changed changed;

    @AfterEach
    void takeTheChangeBack() {
        changed.takeBack();
    }

    @Test
    void stayOnTheVersionTheyBeganWith() {
        walk.responding();

        change("4-fix.bpmn", text -> text.replace("name=\"Apply fix\"", "name=\"Apply the fix\""));
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"));

        assertThat(walk.task("applyFix").getName()).endsWith("apply fix");
        other.fixing();
        assertThat(other.task("applyFix").getName()).endsWith("apply the fix");
    }

    @Test
    void moveToTheNewestVersionOnPurposeAndOnlyAfterATry() {
        walk.responding();
        change("4-fix.bpmn", text -> text.replace("name=\"Apply fix\"", "name=\"Apply the fix\""));

        assertThat(moves(true)).satisfies(move -> {
            assertThat(move.cannot()).isEmpty();
            assertThat(move.moved()).isFalse();
        });
        assertThat(moves(false).moved()).isTrue();
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"));

        assertThat(walk.task("applyFix").getName()).endsWith("apply the fix");
    }

    @Test
    void moveAsAWholeWhenTheirResponseHasNotBegun() {
        clockwork.notYet(() -> walk.reported());
        change("4-fix.bpmn", text -> text.replace("name=\"Apply fix\"", "name=\"Apply the fix\""));

        assertThat(moves(false).moved()).isTrue();

        assertThat(walk.instances())
                .hasSizeGreaterThan(5)
                .allSatisfy(instance -> assertThat(instance.getProcessDefinitionId())
                        .isEqualTo(newest(instance.getProcessDefinitionKey())));
    }

    @Test
    void stayWhereTheyAreAndSayWhyWhenTheirPlaceIsGone() {
        walk.responding();
        change(
                "3-respond.bpmn",
                text -> text.replace("id=\"investigate\"", "id=\"lookAround\"")
                        .replace("\"investigate\"", "\"lookAround\""));

        assertThat(moves(false)).satisfies(move -> {
            assertThat(move.moved()).isFalse();
            assertThat(move.cannot())
                    .containsExactly(
                            "It stands at \"investigate\" of \"Respond\", which is not drawn in the new version.");
        });
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"));
        assertThat(walk.openTasks()).contains("applyFix");
    }

    @Test
    void areMovedOnlyByThoseWhoLookAfterTheProcess() {
        walk.responding();
        change("4-fix.bpmn", text -> text.replace("name=\"Apply fix\"", "name=\"Apply the fix\""));

        assertThatThrownBy(() -> walk.asRun("rosa", () -> running.toNewestVersion(false)))
                .isInstanceOf(NotAllowed.class);
    }

    private RunningIncidents.Move moves(boolean tryOnly) {
        return walk.as("maya", () -> running.toNewestVersion(tryOnly)).stream()
                .filter(move -> move.incident().equals(walk.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private String newest(String diagram) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(diagram)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void change(String diagram, UnaryOperator<String> change) {
        changed.copy().change(diagram, change).deploy();
    }
}
