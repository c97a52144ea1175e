package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.AtOnce;
import dev.ensemble.BegunAtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.Tenures;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The moment between a report and the response to it. */
@EnsembleTest
class BeginningTest {

    private static final int ROUNDS = 5;

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    BegunAtOnce clockwork;

    @Autowired
    IncidentProcess process;

    @Autowired
    Course course;

    @Autowired
    Tenures tenures;

    @Autowired
    Messages messages;

    @Autowired
    Changed changed;

    @AfterEach
    void takeChangesBack() {
        changed.takeBack();
    }

    @Test
    void isOnRecordBeforeAnythingElseHappens() {
        reported();

        assertThat(walk.record().stage()).isEqualTo(Stage.ANNOUNCE);
        assertThat(walk.timeline())
                .singleElement()
                .satisfies(entry -> assertThat(entry.label()).isEqualTo("Incident reported"));
        assertThat(walk.openTasks()).isEmpty();
        assertThat(walk.jobs()).singleElement().extracting(Job::getPriority).isEqualTo(100L);
    }

    @Test
    void beginsByTheClockwork() {
        reported();

        clockwork.begin();

        assertThat(walk.record().stage()).isEqualTo(Stage.STAFF);
        begunOnce();
    }

    @Test
    void beginsWithWhoeverTakesARoleFirst() {
        reported();

        walk.asRun("maya", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));

        assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("maya");
        assertThat(walk.record().stage()).isEqualTo(Stage.RESPOND);
        begunOnce();
    }

    @Test
    void isRetractedBeforeItBegan() {
        reported();

        walk.asRun("rosa", () -> course.retracted(walk.id(), "It was my own network"));

        assertThat(walk.record().stage()).isEqualTo(Stage.RETRACTED);
        assertThat(walk.say().isOver()).isTrue();
    }

    @Test
    void becomesAPartOfAnotherBeforeEitherBegan() {
        reported();
        clockwork.notYet(() -> other.reported());

        walk.asRun("rosa", () -> course.merged(walk.id(), other.id().toString()));

        assertThat(walk.record().stage()).isEqualTo(Stage.MERGED);
        assertThat(walk.say().isOver()).isTrue();
        assertThat(other.openTasks()).contains("takeRole", "changeCourse");
    }

    @Test
    void changesItsConditionBeforeItBegan() {
        reported();

        walk.asRun("rosa", () -> course.conditionChanged(walk.id(), "degraded", "Some pages load"));

        assertThat(walk.record().condition()).isEqualTo(Condition.DEGRADED);
        begunOnce();
    }

    @Test
    void isKeptToAFewFromTheFirstSecondAndBegunForThem() {
        clockwork.notYet(() -> walk.reported(new Report("Figgy", "insecure", "A password leaked", null, false, false)));

        assertThatThrownBy(() -> walk.asRun("sam", () -> process.taken(walk.id(), Role.MODERATOR, "sam")))
                .isInstanceOf(RuntimeException.class);
        assertThat(walk.openTasks()).isEmpty();

        walk.asRun("ivo", () -> process.taken(walk.id(), Role.MODERATOR, "ivo"));
        assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("ivo");
        assertThat(walk.allOpen())
                .isNotEmpty()
                .allSatisfy(task ->
                        assertThat(task.getTenantId()).isEqualTo(walk.record().circle()));
    }

    @Test
    void staysOnRecordAndIsTriedAgainWhereItCannotBegin() {
        changed.copy()
                .change("1-announce.bpmn", text -> text.replace("${announceIncident}", "${nothingOfTheKind}"))
                .deploy();
        reported();

        clockwork.begin();

        assertThat(walk.record().stage()).isEqualTo(Stage.ANNOUNCE);
        assertThat(walk.jobs()).singleElement().satisfies(job -> {
            assertThat(job.getRetries()).isEqualTo(7);
            assertThat(job.getDuedate()).isNotNull();
            assertThat(job.getExceptionMessage()).contains("nothingOfTheKind");
        });
        assertThatThrownBy(() -> walk.asRun("maya", () -> process.taken(walk.id(), Role.MODERATOR, "maya")))
                .hasMessageContaining("nothingOfTheKind");
        assertThat(tenures.all(walk.id())).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void beginsOnceWhereSomebodyComesInTheSameMoment() throws Exception {
        reported();

        var failures = AtOnce.failures(
                clockwork::begin,
                () -> walk.asRun("maya", () -> process.taken(walk.id(), Role.MODERATOR, "maya")),
                () -> other.asRun("noor", () -> process.taken(walk.id(), new Role("note-taker"), "noor")));

        assertThat(failures).isEmpty();
        assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("maya");
        assertThat(tenures.holder(walk.id(), new Role("note-taker"))).contains("noor");
        begunOnce();
    }

    private void reported() {
        clockwork.notYet(() -> walk.reported());
    }

    private void begunOnce() {
        assertThat(messages.of(walk.id()).stream().filter(message -> message.kind() == Message.Kind.ANNOUNCEMENT))
                .hasSize(1);
        assertThat(walk.open("changeCourse")).hasSize(1);
        assertThat(walk.jobs())
                .noneMatch(job -> walk.instances().stream()
                        .anyMatch(instance -> instance.getId().equals(instance.getRootProcessInstanceId())
                                && instance.getId().equals(job.getProcessInstanceId())));
    }
}
