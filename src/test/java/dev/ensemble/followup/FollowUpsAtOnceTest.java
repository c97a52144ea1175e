package dev.ensemble.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUpHistory;
import dev.ensemble.incident.FollowUpHistory.Turn;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.FollowUpProcess;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people, one follow-up, one moment. */
@EnsembleTest
class FollowUpsAtOnceTest {

    private static final int ROUNDS = 3;

    @Autowired
    Walk walk;

    @Autowired
    Walk again;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpHistory history;

    @Autowired
    FollowUpProcess process;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService jobs;

    @RepeatedTest(ROUNDS)
    void oneVerifiesAndTheOtherHearsThatItIsDone() throws Exception {
        done();
        var task = walk.task("verifyFollowUp").getId();

        var failures = AtOnce.failures(
                by("lena", () -> forms.submitTaskForm(task, Map.of("verified", "yes", "lookedAt", "Both racks"))),
                by("sam", () -> forms.submitTaskForm(task, Map.of("verified", "no", "lookedAt", "Only one rack"))));

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("somebody has done it already"));
        assertThat(promise().state()).isIn(State.VERIFIED, State.ACCEPTED);
        assertThat(history.turns(promise().id())).hasSize(4);
    }

    @RepeatedTest(ROUNDS)
    void itsDayIsMovedWhileItIsDone() throws Exception {
        walk.followingUp().complete("acceptFollowUp", "eli", Map.of("decision", "accept"));
        var task = walk.task("doFollowUp").getId();
        var later = promise().due().plusDays(7);

        var failures = AtOnce.failures(
                by("eli", () -> forms.submitTaskForm(task, Map.of("outcome", "done", "evidence", "Look"))),
                by("lena", () -> process.dueMoved(promise().id(), later, "The vendor is late")));

        assertThat(failures).isEmpty();
        assertThat(promise().state()).isEqualTo(State.DONE);
        assertThat(promise().due()).isEqualTo(later);
        assertThat(walk.openTasks()).contains("verifyFollowUp").doesNotContain("doFollowUp");
        assertThat(walk.timers("BoundaryEvent_followUpDue", "BoundaryEvent_followUpLate"))
                .hasSize(2);
    }

    @RepeatedTest(ROUNDS)
    void itsDayIsMovedWhileItIsVerified() throws Exception {
        done();
        var task = walk.task("verifyFollowUp").getId();
        var later = promise().due().plusDays(7);

        var failures = AtOnce.failures(
                by("lena", () -> forms.submitTaskForm(task, Map.of("verified", "yes", "lookedAt", "Both racks"))),
                by("eli", () -> process.dueMoved(promise().id(), later, "Nobody looks")));

        assertThat(failures).allSatisfy(failure -> assertThat(failure).isInstanceOf(Conflict.class));
        assertThat(promise().state()).isEqualTo(State.VERIFIED);
        assertThat(walk.timers("BoundaryEvent_followUpDue", "BoundaryEvent_followUpLate"))
                .isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void twoMoveItsDayAndBothAreKept() throws Exception {
        walk.followingUp();
        var day = promise().due();

        var failures = AtOnce.failures(
                by("eli", () -> process.dueMoved(promise().id(), day.plusDays(7), "The vendor is late")),
                by("lena", () -> process.dueMoved(promise().id(), day.plusDays(9), "The room is closed")));

        assertThat(failures).isEmpty();
        var moves = history.moves(promise().id());
        assertThat(moves).hasSize(2);
        assertThat(moves.get(1).was()).isEqualTo(moves.get(0).became());
        assertThat(promise().due()).isEqualTo(moves.get(1).became());
        assertThat(walk.timers("BoundaryEvent_followUpDue")).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void itDidNotHoldInTheMomentInWhichTheWatchEnds() throws Exception {
        done().complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "Both racks"));
        again.reported();
        var watch = walk.timer("Event_watchEnded", null).getId();

        var failures = AtOnce.failures(
                by("maya", () -> process.didNotHold(promise().id(), again.id())), () -> jobs.executeJob(watch));

        // The watch may find that it is over; then the engine tries it again in vain, as it should.
        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure)
                        .satisfiesAnyOf(
                                collided -> assertThat(collided).isInstanceOf(OptimisticLockingException.class),
                                gone -> assertThat(gone).hasMessageContaining("No job found"),
                                going -> assertThat(going).hasMessageContaining("Cannot find execution")));
        assertThat(promise().state()).isEqualTo(State.DID_NOT_HOLD);
        assertThat(history.turns(promise().id())).extracting(Turn::state).containsOnlyOnce(State.DID_NOT_HOLD);
        assertThat(walk.record().isClosed()).isTrue();
        assertThat(walk.say().isOver()).isTrue();
    }

    @RepeatedTest(ROUNDS)
    void twoSayThatItDidNotHoldAndItIsSaidOnce() throws Exception {
        done().complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "Both racks"));
        again.reported();

        var failures = AtOnce.failures(
                by("maya", () -> process.didNotHold(promise().id(), again.id())),
                by("sam", () -> process.didNotHold(promise().id(), again.id())));

        assertThat(failures).singleElement().isInstanceOf(Conflict.class);
        again.say();
        assertThat(again.thread().stream().filter(said -> said.contains("We have seen this before")))
                .hasSize(1);
    }

    private Walk done() {
        return walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"));
    }

    private Runnable by(String person, Runnable doing) {
        return () -> walk.asRun(person, doing);
    }

    private FollowUp promise() {
        return followUps.of(walk.id()).get(0);
    }
}
