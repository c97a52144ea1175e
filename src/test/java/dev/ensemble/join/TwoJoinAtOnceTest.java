package dev.ensemble.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Member;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.Role;
import dev.ensemble.process.EnsembleProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** People who join and leave at the same moment. */
@EnsembleTest
class TwoJoinAtOnceTest {

    private static final int ROUNDS = 5;

    @Autowired
    Walk walk;

    @Autowired
    EnsembleProcess ensemble;

    @Autowired
    Members members;

    @Autowired
    FormService forms;

    @RepeatedTest(ROUNDS)
    void allOfThemAreIn() throws Exception {
        walk.responding();
        var task = walk.task("joinEnsemble").getId();

        var failures = AtOnce.all(
                joining("sam", Role.LEARNER),
                joining("lena", Role.EXPERT),
                joining("ivo", Role.LEARNER),
                submitting(task, "eli", JoinTest.TO_LEARN));

        assertThat(failures).isEmpty();
        assertThat(members.now(walk.id()))
                .extracting(Member::person)
                .containsExactlyInAnyOrder("sam", "lena", "ivo", "eli");
        assertThat(walk.open("leaveEnsemble")).hasSize(4);
        assertThat(walk.open("readBrief")).hasSize(3);
        assertThat(walk.open("joinEnsemble")).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void onePersonIsInOnceAndHearsSo() throws Exception {
        walk.responding();

        var failures =
                AtOnce.all(joining("sam", Role.LEARNER), joining("sam", Role.LEARNER), joining("sam", Role.EXPERT));

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(Conflict.class)
                        .hasMessageContaining("Sam Turner is in the Ensemble as "));
        assertThat(members.all(walk.id())).hasSize(1);
        assertThat(walk.open("leaveEnsemble")).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void theMeetingEndsWhileOneLeavesAndAnotherJoins() throws Exception {
        walk.meeting()
                .complete("joinEnsemble", "sam", JoinTest.TO_LEARN)
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""));
        var agreeing = walk.task("agreeOnFollowUps").getId();

        var failures = AtOnce.all(
                submitting(agreeing, "maya", Map.of("followUps", List.of(Walk.followUp("eli")))),
                by("sam", () -> ensemble.left(walk.id(), Role.LEARNER, null)),
                joining("lena", Role.LEARNER));

        assertThat(failures).allSatisfy(failure -> assertThat(failure).isInstanceOf(Conflict.class));
        assertThat(members.now(walk.id())).isEmpty();
        assertThat(walk.openTasks())
                .contains("acceptFollowUp", "lookBack")
                .doesNotContain("joinEnsemble", "leaveEnsemble", "readBrief");
        assertThat(walk.open("lookBack")).hasSize(members.learners(walk.id()).size());
    }

    private Callable<Void> joining(String person, Role role) {
        return by(person, () -> ensemble.joined(walk.id(), role, person));
    }

    private Callable<Void> submitting(String task, String person, Map<String, Object> entered) {
        return by(person, () -> forms.submitTaskForm(task, entered));
    }

    private Callable<Void> by(String person, Runnable doing) {
        return () -> walk.as(person, () -> {
            doing.run();
            return null;
        });
    }
}
