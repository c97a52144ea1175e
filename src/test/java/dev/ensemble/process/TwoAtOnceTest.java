package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.HandOver.Outcome;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people, one moment. */
@EnsembleTest
class TwoAtOnceTest {

    private static final int ROUNDS = 5;

    @Autowired
    Walk walk;

    @Autowired
    IncidentProcess process;

    @Autowired
    Walk other;

    @Autowired
    Course course;

    @Autowired
    HandOverProcess handingOver;

    @Autowired
    HandOvers handOvers;

    @Autowired
    FormService forms;

    @Autowired
    Tenures tenures;

    @RepeatedTest(ROUNDS)
    void oneTakesTheRoleAndTheOthersHearWho() throws Exception {
        walk.reported();

        var failures = atOnce(List.of(taking("maya"), taking("sam"), taking("lena")));

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure ->
                        assertThat(failure).isInstanceOf(Conflict.class).hasMessageContaining("is moderator already"));
        assertThat(tenures.all(walk.id())).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void oneCompletesATaskAndTheOthersHearThatItIsDone() throws Exception {
        walk.fixing();
        var task = walk.task("applyFix").getId();

        var failures = atOnce(List.of(applying(task, "eli"), applying(task, "sam"), applying(task, "lena")));

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("somebody has done it already"));
        assertThat(walk.timeline().stream().filter(entry -> entry.label().equals("Apply fix")))
                .hasSize(1);
        assertThat(walk.openTasks()).contains("verifyFix");
    }

    @RepeatedTest(ROUNDS)
    void anOfferIsAcceptedOrTakenBackAndTheOtherHearsWhich() throws Exception {
        walk.responding().take("interpreter", "ines").offer("interpreter", "ines", "sam");

        var failures = atOnce(List.of(
                by("sam", () -> handingOver.accepted(walk.id(), Role.INTERPRETER)),
                by("ines", () -> handingOver.takenBack(walk.id(), Role.INTERPRETER))));

        var accepted = outcome() == Outcome.ACCEPTED;
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(Conflict.class)
                        .hasMessageContaining(
                                accepted ? "Sam Turner has accepted" : "Ines Costa has taken the offer back"));
        heldBy(accepted ? "sam" : "ines");
    }

    @RepeatedTest(ROUNDS)
    void oneOfTwoOffersOfARoleIsMadeAndTheOtherHearsWhoIsAsked() throws Exception {
        walk.responding().take("interpreter", "ines");

        var failures = atOnce(List.of(
                by("ines", () -> handingOver.offered(walk.id(), Role.INTERPRETER, "sam", "")),
                by("maya", () -> handingOver.offered(walk.id(), Role.INTERPRETER, "lena", ""))));

        var asked = handOvers.open(walk.id(), Role.INTERPRETER).orElseThrow().to();
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(Conflict.class)
                        .hasMessageContaining(
                                (asked.equals("sam") ? "Sam Turner" : "Lena Novak") + " is asked to take over"));
        assertThat(handOvers.all(walk.id())).hasSize(1);
        assertThat(walk.task("acceptRole").getAssignee()).isEqualTo(asked);
        assertThat(walk.openTasks()).containsOnlyOnce("takeBackOffer");
    }

    @RepeatedTest(ROUNDS)
    void anOfferIsAcceptedWhileTheModeratorTakesTheRoleOver() throws Exception {
        walk.responding().take("interpreter", "ines").offer("interpreter", "ines", "sam");

        var failures = atOnce(List.of(
                by("sam", () -> handingOver.accepted(walk.id(), Role.INTERPRETER)),
                by("maya", () -> handingOver.takenOver(walk.id(), Role.INTERPRETER, "Nobody answers"))));

        // Who accepted first was taken over from: the moderator's last word is never lost.
        if (outcome() == Outcome.TAKEN_OVER) {
            assertThat(failures)
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .isInstanceOf(Conflict.class)
                            .hasMessageContaining("Maya Osei has taken the role over."));
        } else {
            assertThat(failures).isEmpty();
        }
        heldBy("maya");
    }

    private void heldBy(String person) {
        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains(person);
        assertThat(tenures.all(walk.id()).stream()
                        .filter(tenure -> tenure.role().equals(Role.INTERPRETER) && tenure.until() == null))
                .hasSize(1);
        assertThat(walk.open("holdRole"))
                .hasSize(2)
                .anyMatch(task ->
                        person.equals(task.getAssignee()) && task.getName().contains("interpreter"));
        assertThat(walk.openTasks()).doesNotContain("acceptRole", "takeBackOffer");
    }

    private Outcome outcome() {
        return handOvers.last(walk.id(), Role.INTERPRETER).orElseThrow().outcome();
    }

    private Callable<Void> by(String person, Runnable doing) {
        return () -> walk.as(person, () -> {
            doing.run();
            return null;
        });
    }

    @RepeatedTest(ROUNDS)
    void theMeetingEndsWhileHoldersGiveUpTheirRolesAndSlackIsBehind() throws Exception {
        walk.reported()
                .take("moderator", "maya")
                .take("note-taker", "noor")
                .take("it-manager", "ines")
                .take("interpreter", "sam")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well again"))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""));
        var agreeing = walk.task("agreeOnFollowUps").getId();

        var failures = atOnce(List.of(
                () -> walk.as("maya", () -> {
                    forms.submitTaskForm(agreeing, Map.of("noneBecause", "The rack is gone"));
                    return null;
                }),
                givingUp("note-taker", "noor"),
                givingUp("it-manager", "ines"),
                givingUp("interpreter", "sam")));

        assertThat(failures).allSatisfy(failure -> assertThat(failure).isInstanceOf(Conflict.class));
        assertThat(walk.record().isClosed()).isTrue();
        assertThat(tenures.all(walk.id())).extracting(Tenure::until).doesNotContainNull();
        assertThat(walk.openTasks()).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void somebodyRetractsWhileAnotherFindsSomething() throws Exception {
        walk.responding();
        var investigating = walk.task("investigate").getId();

        var failures = atOnce(List.of(
                () -> walk.as("maya", () -> {
                    course.retracted(walk.id(), "It was nothing");
                    return null;
                }),
                () -> walk.as("eli", () -> {
                    forms.submitTaskForm(investigating, Map.of("next", "try-fix", "idea", "Restart"));
                    return null;
                })));

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("somebody has done it already"));
        assertThat(walk.record().stage()).isEqualTo(Stage.RETRACTED);
        assertThat(walk.openTasks()).isEmpty();
        assertThat(walk.say().isOver()).isTrue();
    }

    @RepeatedTest(ROUNDS)
    void itBreaksAgainWhileFollowUpsAreAgreedOn() throws Exception {
        walk.meeting().complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""));
        var agreeing = walk.task("agreeOnFollowUps").getId();

        var failures = atOnce(List.of(
                () -> walk.as("lena", () -> {
                    course.reopened(walk.id(), "Down again");
                    return null;
                }),
                () -> walk.as("maya", () -> {
                    forms.submitTaskForm(agreeing, Map.of("followUps", List.of(Walk.followUp("eli"))));
                    return null;
                })));

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("somebody has done it already"));
        assertThat(walk.record().isRestored()).isFalse();
        assertThat(walk.record().stage()).isEqualTo(failures.isEmpty() ? Stage.STAFF : Stage.RESPOND);
        assertThat(walk.openTasks()).doesNotContain("acceptFollowUp", "agreeOnFollowUps");
    }

    @RepeatedTest(ROUNDS)
    void twoBecomePartsOfEachOtherAndOneStays() throws Exception {
        walk.responding();
        other.responding();

        var failures = atOnce(List.of(merging(walk, other), merging(other, walk)));

        assertThat(failures).singleElement().isInstanceOf(Conflict.class);
        assertThat(List.of(walk.record().isOver(), other.record().isOver())).containsOnlyOnce(true);
    }

    private Callable<Void> merging(Walk from, Walk into) {
        return () -> from.as("maya", () -> {
            course.merged(from.id(), into.id().toString());
            return null;
        });
    }

    private Callable<Void> taking(String person) {
        return () -> walk.as(person, () -> {
            process.taken(walk.id(), Role.MODERATOR, person);
            return null;
        });
    }

    private Callable<Void> givingUp(String role, String person) {
        return () -> walk.as(person, () -> {
            process.givenUp(walk.id(), new Role(role), "Tired");
            return null;
        });
    }

    private Callable<Void> applying(String task, String person) {
        return () -> walk.as(person, () -> {
            forms.submitTaskForm(task, Map.of("whatWasDone", "Restarted by " + person));
            return null;
        });
    }

    private static List<Throwable> atOnce(List<Callable<Void>> doings) throws Exception {
        var barrier = new CyclicBarrier(doings.size());
        var failures = new ArrayList<Throwable>();
        try (var closing = closing(doings.size())) {
            var running = doings.stream()
                    .map(doing -> closing.pool().submit(() -> {
                        barrier.await();
                        return doing.call();
                    }))
                    .toList();
            for (var future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
        }
        return failures;
    }

    private static Closing closing(int threads) {
        return new Closing(Executors.newFixedThreadPool(threads));
    }

    private record Closing(java.util.concurrent.ExecutorService pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
