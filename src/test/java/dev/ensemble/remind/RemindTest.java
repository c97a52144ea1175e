package dev.ensemble.remind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtAnyHour;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminder.State;
import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.Sending;
import dev.ensemble.slack.SlackStub.Fault;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who has a follow-up. */
@AtAnyHour
class RemindTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.allBeside("remind");

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Walk third;

    @Autowired
    Reminders reminders;

    @Autowired
    Messages messages;

    @Autowired
    Sending sending;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsRemindedYet() {
        Reminded.ofNothingYet(jdbc);
    }

    @AfterEach
    void slackIsWell() {
        Surroundings.SLACK.heal();
    }

    @Test
    void isRemindedInTheThreadOfTheIncident() {
        Reminded.due(walk, "eli");
        assertThat(walk.thread()).noneMatch(said -> said.contains("is due"));

        walk.remind().say();

        assertThat(walk.thread())
                .last()
                .asString()
                .startsWith("Eli Brandt: a follow-up of " + walk.id())
                .contains("is due", "Move one host to another rack", "The hosts stand in two racks");
        assertThat(states(walk)).containsExactly(State.SAID);
    }

    @Test
    void isRemindedOnce() {
        Reminded.due(walk, "eli").remind().say();
        var said = walk.thread().size();

        walk.remind().remind().say();

        assertThat(walk.thread()).hasSize(said);
    }

    @Test
    void hearsOfSeveralIncidentsInOneMessageInTheChannel() {
        Reminded.due(walk, "eli");
        Reminded.due(other, "eli");

        walk.remind().say();
        other.say();

        var roundUp = message(walk, Kind.ROUND_UP);
        assertThat(roundUp.text())
                .startsWith("Eli Brandt: a few things wait for you.")
                .contains(walk.id() + " Figgy: *Move one host to another rack*", other.id() + " Figgy: *Move")
                .contains("/camunda/app/tasklist/default/#/?searchQuery=");
        assertThat(Surroundings.SLACK.postsContaining(walk.id() + " Figgy: *Move"))
                .singleElement()
                .satisfies(post -> assertThat(post.text()).doesNotStartWith("*" + walk.id()));
        assertThat(walk.thread()).noneMatch(said -> said.contains("wait for you"));
        assertThat(other.thread()).noneMatch(said -> said.contains("Eli Brandt: a follow-up"));
        assertThat(states(other)).containsExactly(State.SAID);
    }

    @Test
    void hearsOfSeveralFollowUpsOfOneIncidentInOneMessageInItsThread() {
        Reminded.due(walk, "eli", "eli");

        walk.remind().say();

        assertThat(walk.thread()).last().asString().startsWith("Eli Brandt: a few things wait for you.");
        assertThat(messages.of(walk.id())).filteredOn(Message::canWait).hasSize(1);
        assertThat(states(walk)).containsExactly(State.SAID, State.SAID);
    }

    @Test
    void isNotMixedUpWithSomebodyElse() {
        Reminded.due(walk, "eli", "sam");

        walk.remind().say();

        assertThat(messages.of(walk.id()))
                .filteredOn(Message::canWait)
                .extracting(Message::text)
                .anyMatch(text -> text.startsWith("Eli Brandt: a follow-up"))
                .anyMatch(text -> text.startsWith("Sam Turner: a follow-up"))
                .hasSize(2);
    }

    @Test
    void isNotRemindedOfWhatIsDoneOrDeclinedMeanwhile() {
        Reminded.due(walk, "eli", "sam");
        walk.completeOwn("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"))
                .completeOwn("acceptFollowUp", "sam", Map.of("decision", "decline", "declineReason", "Moved"));

        walk.remind();

        assertThat(states(walk)).containsOnly(State.NOT_NEEDED);
        assertThat(messages.of(walk.id())).noneMatch(Message::canWait);
    }

    @Test
    void isNotRemindedWhereItBrokeAgain() {
        Reminded.due(walk, "eli").complete("changeCourse", "lena", Map.of("change", "reopen", "reason", "Down again"));

        walk.remind();

        assertThat(states(walk)).containsOnly(State.NOT_NEEDED);
    }

    @Test
    void isNotRemindedOfWhatBelongsToAnotherByNow() {
        Reminded.due(walk, "eli");
        jdbc.sql("update follow_up set owner = 'sam' where incident = :incident")
                .param("incident", walk.id().number())
                .update();

        walk.remind();

        assertThat(states(walk)).containsOnly(State.NOT_NEEDED);
    }

    @Test
    void hearsTheLastOfSeveralThingsAboutOneFollowUp() {
        Reminded.due(walk, "eli")
                .completeOwn("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"))
                .ring("BoundaryEvent_followUpLate")
                .remind()
                .say();

        assertThat(walk.thread())
                .last()
                .asString()
                .startsWith("A follow-up of " + walk.id() + " waits for somebody to verify it");
        assertThat(states(walk)).containsExactly(State.NOT_NEEDED, State.SAID);
    }

    @Test
    void isRemindedThreeTimesADayAndOfTheRestOnTheNext() {
        Reminded.due(walk, "eli").remind().say();
        Reminded.due(other, "eli").remind().say();
        Reminded.due(third, "eli").remind().say();
        reminders.add(walk.id(), "eli", "follow-up-due", about(walk), "owner");

        walk.remind();
        assertThat(states(walk)).containsExactly(State.SAID, State.WAITING);

        jdbc.sql("update nudge set gathered_at = :yesterday")
                .param("yesterday", Timestamp.from(Instant.now().minus(Duration.ofDays(1))))
                .update();
        walk.remind();
        assertThat(states(walk)).containsExactly(State.SAID, State.SAID);
    }

    @Test
    void isRemindedOnceAfterAStopOfDays() {
        Reminded.due(walk, "eli", "sam");
        Reminded.due(other, "eli");
        jdbc.sql("update reminder set due_at = :past")
                .param("past", Timestamp.from(Instant.now().minus(Duration.ofDays(3))))
                .update();
        var quarter = quarter();
        management.setJobDuedate(quarter.getId(), Date.from(Instant.now().minus(Duration.ofDays(3))), false);

        walk.remind().say();

        assertThat(messages.of(walk.id())).filteredOn(Message::canWait).hasSize(2);
        assertThat(messages.of(other.id())).noneMatch(Message::canWait);
        assertThat(quarter().getId()).isNotEqualTo(quarter.getId());
        assertThat(quarter().getDuedate()).isAfter(new Date());
    }

    @Test
    void isNotRemindedAgainWhileSlackHasNotTakenTheLastOne() {
        Reminded.due(walk, "eli");
        Surroundings.SLACK.fail("chat.postMessage", Fault.SERVER_ERROR);
        walk.remind().trySaying();
        Reminded.due(other, "eli");

        walk.remind();
        assertThat(states(other)).containsExactly(State.WAITING);

        Surroundings.SLACK.heal();
        walk.say().remind();
        assertThat(states(other)).containsExactly(State.SAID);
    }

    @Test
    void holdsUpNothingThatIsSaidAfterAReminder() {
        Reminded.due(walk, "eli").remind();
        var reminder = message(walk, Kind.REMINDER);

        walk.completeOwn("acceptFollowUp", "eli", Map.of("decision", "decline", "declineReason", "Moved"));

        var after = messages.of(walk.id()).stream()
                .filter(message -> message.id() > reminder.id())
                .findFirst()
                .orElseThrow();
        assertThat(sending.countBefore(after)).isZero();
    }

    @Test
    void isLeftAloneWhereThereIsNothing() {
        var before = messages.of(walk.reported().id()).size();

        walk.remind();

        assertThat(messages.of(walk.id())).hasSize(before);
    }

    private Job quarter() {
        return management
                .createJobQuery()
                .activityId("StartEvent_quarterPassed")
                .singleResult();
    }

    private List<State> states(Walk walk) {
        return reminders.of(walk.id()).stream().map(Reminder::state).toList();
    }

    private String about(Walk walk) {
        return reminders.of(walk.id()).get(0).about();
    }

    private Message message(Walk walk, Kind kind) {
        return messages.of(walk.id()).stream()
                .filter(message -> message.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
