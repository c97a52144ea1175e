package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Obligation;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Word;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people tell the same audience, or one tells it while things change. */
@EnsembleTest
class OutsideAtOnceTest {

    private static final int ROUNDS = 5;
    private static final String STAFF = "library-staff";

    @Autowired
    Walk walk;

    @Autowired
    OutsideProcess process;

    @Autowired
    Course course;

    @Autowired
    Obligations obligations;

    @Autowired
    OutsideUpdates updates;

    @Autowired
    FormService forms;

    @RepeatedTest(ROUNDS)
    void oneTellsThemAndTheOthersHearThatItIsDone() throws Exception {
        walk.responding();
        var task = walk.taskFor("tellOutside", STAFF).getId();

        var failures = AtOnce.all(submitting("ines", task), telling("eli"), telling("sam"));

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.getMessage())
                        .containsAnyOf("somebody has done it already", "Somebody else has just told them something"));
        assertThat(updates.of(walk.id())).hasSize(1);
        assertThat(obligations.of(walk.id()))
                .filteredOn(owed -> owed.audience().equals(STAFF))
                .singleElement()
                .satisfies(owed -> assertThat(owed.metAt()).isNotNull());
    }

    @RepeatedTest(ROUNDS)
    void oneTellsThemMoreAheadOfTimeAndTheOtherHearsSo() throws Exception {
        walk.responding().tell(STAFF, "maya", Map.of("update", "Down"));

        var failures = AtOnce.all(telling("eli"), telling("sam"));

        assertThat(failures).singleElement().isInstanceOf(Conflict.class);
        assertThat(updates.of(walk.id())).hasSize(2);
    }

    @RepeatedTest(ROUNDS)
    void theyAreToldWhileItIsRestoredAndOweOneThingAtMost() throws Exception {
        walk.fixing()
                .tell(STAFF, "maya", Map.of("update", "Down"))
                .ringFor("Event_updateSoonDue", STAFF)
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"));
        var task = walk.taskFor("tellOutside", STAFF).getId();
        var verifying = walk.task("verifyFix").getId();

        var failures = AtOnce.all(
                submitting("ines", task),
                () -> walk.as("lena", () -> {
                    forms.submitTaskForm(verifying, Map.of("fixed", "yes", "observed", "Well"));
                    return null;
                }));

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("somebody has done it already"));
        assertThat(obligations.open(walk.id(), STAFF).map(Obligation::word)).contains(Word.RESTORED);
        assertThat(walk.open("tellOutside")).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void theyAreToldWhileItIsRetractedAndHearThatItWasNothing() throws Exception {
        walk.responding();
        var task = walk.taskFor("tellOutside", STAFF).getId();

        var failures = AtOnce.all(
                submitting("ines", task),
                () -> walk.as("maya", () -> {
                    course.retracted(walk.id(), "It was nothing");
                    return null;
                }));

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("somebody has done it already"));
        assertThat(walk.open("tellOutside")).hasSize(failures.isEmpty() ? 1 : 0);
    }

    private Callable<Void> submitting(String person, String task) {
        return () -> walk.as(person, () -> {
            forms.submitTaskForm(task, Map.of("update", "Told by " + person));
            return null;
        });
    }

    private Callable<Void> telling(String person) {
        return () -> walk.as(person, () -> {
            process.told(walk.id(), "Told by " + person, false, STAFF);
            return null;
        });
    }
}
