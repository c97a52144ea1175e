package dev.ensemble.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.AtAnyHour;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Notices;
import dev.ensemble.process.WeeklyDigest;
import dev.ensemble.slack.SlackStub;
import dev.ensemble.slack.SlackStub.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Once a week everybody reads what is late. */
@AtAnyHour
class WeeklyDigestTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.allBeside("weekly-digest");

    private static final SlackStub SLACK = Surroundings.SLACK;

    @Autowired
    Walk walk;

    @Autowired
    Walk practice;

    @Autowired
    FollowUps followUps;

    @Autowired
    Notices notices;

    @Autowired
    WeeklyDigest digest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void aNewWeek() {
        jdbc.sql("update follow_up set due = :later")
                .param("later", LocalDate.now().plusDays(40))
                .update();
        jdbc.sql("delete from notice").update();
    }

    @AfterEach
    void nothingIsLeft() {
        SLACK.heal();
        runtime.createProcessInstanceQuery().processDefinitionKey("weekly-digest").list().stream()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "over"));
    }

    @Test
    void saysWhatIsLateOnceAWeek() {
        walk.followingUp();
        due(walk.id(), LocalDate.now().minusDays(12));
        var before = SLACK.posts().size();

        morning();
        assertThat(digests()).isEmpty();
        work();
        say();

        assertThat(digests())
                .singleElement()
                .satisfies(digest -> assertThat(digest.text())
                        .contains(
                                "Follow-ups that are late: 1",
                                walk.id() + " Figgy: Move one host to another rack (Eli Brandt, due",
                                "1")
                        .doesNotContain("and more"));
        assertThat(notices.next(WeeklyDigest.KIND)).isEmpty();

        morning();
        assertThat(running()).isZero();
        assertThat(SLACK.posts()).hasSize(before + 1);
    }

    @Test
    void saysNothingWhenNothingIsLate() {
        walk.followingUp();
        due(walk.id(), LocalDate.now().minusDays(3));

        morning();
        work();

        assertThat(running()).isZero();
        assertThat(notices.next(WeeklyDigest.KIND)).isEmpty();
        assertThat(notices.has(WeeklyDigest.KIND, digest.week())).isTrue();
        assertThat(digests()).isEmpty();
    }

    @Test
    void leavesOutDrillsAndRestrictedOnesAndWhatIsDone() {
        walk.followingUp();
        due(walk.id(), LocalDate.now().minusDays(12));
        jdbc.sql("update incident set restricted = true where number = :number")
                .param("number", walk.id().number())
                .update();
        practice.followingUp();
        due(practice.id(), LocalDate.now().minusDays(12));
        jdbc.sql("update incident set drill = true where number = :number")
                .param("number", practice.id().number())
                .update();

        morning();
        work();

        assertThat(running()).isZero();
        assertThat(digests()).isEmpty();
    }

    @Test
    void namesSomeWhereThereAreMany() {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete(
                        "agreeOnFollowUps",
                        "maya",
                        Map.of(
                                "followUps",
                                IntStream.range(0, 23)
                                        .mapToObj(number -> Walk.followUp("eli"))
                                        .toList()));
        due(walk.id(), LocalDate.now().minusDays(12));
        jdbc.sql("update follow_up set state = 'done', learning_friendly = true where incident = :number")
                .param("number", walk.id().number())
                .update();

        morning();
        work();
        say();

        assertThat(digests())
                .singleElement()
                .satisfies(digest -> assertThat(digest.text())
                        .contains("late: 23", "… and 3 more", "It only has to be verified", "Fit for somebody new"));
    }

    @Test
    void isSaidOnceThoughSlackIsCutOff() {
        walk.followingUp();
        due(walk.id(), LocalDate.now().minusDays(12));
        morning();
        work();
        SLACK.fail("chat.postMessage", Fault.STORED_THEN_CUT);

        assertThatThrownBy(this::say).isNotNull();
        say();

        assertThat(digests()).hasSize(1);
        assertThat(running()).isZero();
    }

    @Test
    void isSeenInCockpitWhenSlackRefusesIt() {
        walk.followingUp();
        due(walk.id(), LocalDate.now().minusDays(12));
        morning();
        work();
        SLACK.fail("chat.postMessage", Fault.error("channel_not_found"));

        walk.trySaying(saying());

        assertThat(saying().getRetries()).isZero();
        assertThat(running()).isOne();
    }

    private void due(IncidentId incident, LocalDate day) {
        jdbc.sql("update follow_up set due = :day where incident = :incident")
                .param("day", day)
                .param("incident", incident.number())
                .update();
        assertThat(followUps.of(incident)).allMatch(followUp -> followUp.due().equals(day));
    }

    private void morning() {
        jobs.executeJob(job("StartEvent_morningCome").getId());
    }

    private void work() {
        jobs.executeJob(job("Event_digestTime").getId());
    }

    private void say() {
        jobs.executeJob(saying().getId());
    }

    private Job saying() {
        return job("sayWeeklyDigest");
    }

    private Job job(String activity) {
        return jobs.createJobQuery().activityId(activity).singleResult();
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("weekly-digest")
                .count();
    }

    private List<SlackStub.Said> digests() {
        return SLACK.postsContaining("Follow-ups that are late").stream()
                .filter(said -> said.text().contains(walk.id().toString()))
                .toList();
    }
}
