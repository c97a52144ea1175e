package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Recurrence.State;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Role;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.SameAgain;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people look back, or say what happened before, at one moment. */
@EnsembleTest
class TwoReflectAtOnceTest {

    private static final int ROUNDS = 3;
    private static final String QUESTION = "What surprised you?";

    @Autowired
    Walk walk;

    @Autowired
    Walk before;

    @Autowired
    FormService forms;

    @Autowired
    Reflections reflections;

    @Autowired
    Recurrences recurrences;

    @Autowired
    IncidentProcess process;

    @Autowired
    SameAgain again;

    @RepeatedTest(ROUNDS)
    void bothAnswersAreKept() throws Exception {
        walk.restored();
        var tasks = walk.open("reflectAlone");

        assertThat(atOnce(tasks.stream().map(this::answering).toList())).isEmpty();

        assertThat(reflections.of(walk.id()).get(QUESTION)).containsExactlyInAnyOrder("maya saw it", "noor saw it");
    }

    @RepeatedTest(ROUNDS)
    void whoTakesTwoRolesIsAskedOnce() throws Exception {
        walk.restored();

        assertThat(atOnce(List.of(taking(Role.INTERPRETER), taking(Role.IT_MANAGER))))
                .isEmpty();

        assertThat(walk.open("reflectAlone"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("maya", "noor", "ines");
    }

    @RepeatedTest(ROUNDS)
    void somebodyAnswersWhileTheMeetingBegins() throws Exception {
        walk.restored().complete("scheduleMeeting", "noor", Walk.meetingTomorrow());
        var task = walk.open("reflectAlone").get(0);
        var moving = walk.task("moveMeeting").getId();

        var failures = atOnce(List.of(
                answering(task), by("noor", () -> forms.submitTaskForm(moving, Map.of("what", "begin-now")))));

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("somebody has done it already"));
        assertThat(reflections.of(walk.id()).getOrDefault(QUESTION, List.of())).hasSize(1 - failures.size());
        assertThat(walk.openTasks()).contains("holdMeeting").doesNotContain("reflectAlone");
    }

    @RepeatedTest(ROUNDS)
    void oneSaysItIsTheSameAndAnotherThatItIsNot() throws Exception {
        before.reported();
        walk.reported();

        var failures = atOnce(List.of(
                by("maya", () -> again.decided(walk.id(), before.id(), true)),
                by("noor", () -> again.decided(walk.id(), before.id(), false))));

        assertThat(failures).isEmpty();
        var last = recurrences.of(walk.id()).stream()
                .filter(found -> found.earlier().id().equals(before.id()))
                .findFirst()
                .orElseThrow();
        assertThat(last.state()).isEqualTo(last.decidedBy().equals("maya") ? State.CONFIRMED : State.REJECTED);
        assertThat(walk.timeline())
                .filteredOn(entry -> before.id().toString().equals(entry.text()))
                .hasSize(2);
    }

    private Callable<Void> answering(Task task) {
        var answers = List.of(Map.of("question", QUESTION, "answer", task.getAssignee() + " saw it"));
        return by(task.getAssignee(), () -> forms.submitTaskForm(task.getId(), Map.of("answers", answers)));
    }

    private Callable<Void> taking(Role role) {
        return by("ines", () -> process.taken(walk.id(), role, "ines"));
    }

    private Callable<Void> by(String person, Runnable doing) {
        return () -> walk.as(person, () -> {
            doing.run();
            return null;
        });
    }

    private static List<Throwable> atOnce(List<Callable<Void>> doings) throws InterruptedException {
        return AtOnce.all(doings.toArray(Callable[]::new));
    }
}
