package dev.ensemble.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUpHistory;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminders;
import dev.ensemble.process.Course;
import dev.ensemble.process.FollowUpProcess;
import dev.ensemble.process.NotAllowed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The day for which a follow-up is promised. */
@EnsembleTest
class FollowUpDateTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("follow-up-date");

    @Autowired
    Walk walk;

    @Autowired
    FollowUps followUps;

    @Autowired
    Reminders reminders;

    @Autowired
    FollowUpHistory history;

    @Autowired
    FollowUpProcess process;

    @Autowired
    Course course;

    @Autowired
    IdentityService identities;

    @Test
    void hasItsOwnerRemindedWhenDueAndTheItManagerToldWhenLate() {
        walk.reported()
                .take("moderator", "maya")
                .take("it-manager", "ivo")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well again"))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))))
                .say();
        var before = walk.thread().size();

        walk.ring("BoundaryEvent_followUpDue")
                .ring("BoundaryEvent_followUpLate")
                .say();

        assertThat(reminders.of(walk.id()))
                .extracting(Reminder::person, Reminder::words, Reminder::addressedAs, Reminder::state)
                .containsExactly(
                        tuple("eli", "follow-up-due", "owner", Reminder.State.WAITING),
                        tuple("ivo", "follow-up-late", "it-manager", Reminder.State.WAITING));
        assertThat(walk.thread()).hasSize(before);
        assertThat(walk.openTasks()).contains("acceptFollowUp");
    }

    @Test
    void asksForASecondPersonAndNotTheOwnerOnceItIsDone() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Rack plan, page 3"));

        walk.ring("BoundaryEvent_followUpDue").ring("BoundaryEvent_followUpLate");

        assertThat(reminders.of(walk.id())).hasSize(2).allSatisfy(reminder -> {
            assertThat(reminder.person()).isNull();
            assertThat(reminder.words()).isEqualTo("follow-up-to-verify");
        });
    }

    @Test
    void isMovedWithItsReminders() {
        walk.followingUp().complete("acceptFollowUp", "eli", Map.of("decision", "accept"));
        var due = walk.timer("BoundaryEvent_followUpDue", null);
        var late = walk.timer("BoundaryEvent_followUpLate", null);

        move(promise().due().plusDays(7), "The vendor is late");

        assertThat(walk.timers("BoundaryEvent_followUpDue", "BoundaryEvent_followUpLate"))
                .hasSize(2)
                .doesNotContain(due.getId(), late.getId());
        assertThat(walk.timer("BoundaryEvent_followUpDue", null).getDuedate())
                .isAfter(due.getDuedate().toInstant().plus(Duration.ofDays(5)));
        assertThat(walk.timer("BoundaryEvent_followUpLate", null).getDuedate())
                .isAfter(late.getDuedate().toInstant().plus(Duration.ofDays(5)));
        assertThat(walk.shown("doFollowUp").get("followUpText").toString())
                .contains("due " + promise().due(), "The vendor is late");
        assertThat(walk.task("doFollowUp").getDueDate())
                .isAfter(walk.timer("BoundaryEvent_followUpDue", null).getDuedate());
        assertThat(history.moves(promise().id())).singleElement().satisfies(move -> {
            assertThat(move.person()).isEqualTo("lena");
            assertThat(move.became()).isEqualTo(promise().due());
            assertThat(move.was()).isEqualTo(promise().due().minusDays(7));
        });
    }

    @Test
    void isMovedMoreThanOnceAndAfterItWasLate() {
        walk.followingUp().ring("BoundaryEvent_followUpDue").ring("BoundaryEvent_followUpLate");

        move(promise().due().plusDays(7), "The vendor is late");
        move(promise().due().plusDays(7), "The vendor is late again");

        assertThat(history.moves(promise().id())).hasSize(2);
        walk.ring("BoundaryEvent_followUpDue").ring("BoundaryEvent_followUpLate");
        assertThat(walk.timers("BoundaryEvent_followUpDue", "BoundaryEvent_followUpLate"))
                .isEmpty();
    }

    @Test
    void isMovedOnlyForAReasonToADayThatDoesByWhoMay() {
        walk.followingUp();
        var day = promise().due();

        assertThatThrownBy(() -> move(LocalDate.of(2020, 1, 1), " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("due: This day is over.")
                .hasMessageContaining("reason: Say why it takes longer");
        assertThatThrownBy(() -> move(day.plusYears(9), "Some day"))
                .hasMessageContaining("due: By then it will be forgotten.");
        assertThatThrownBy(() -> move(day, "The same")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() ->
                        walk.asRun("guest", () -> process.dueMoved(promise().id(), day.plusDays(1), "I say so")))
                .isInstanceOf(NotAllowed.class);
        assertThat(promise().due()).isEqualTo(day);
        assertThat(history.moves(promise().id())).isEmpty();
    }

    @Test
    void doesNotMatterAnyMoreOnceItIsVerified() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"));
        move(promise().due().plusDays(1), "Nobody has looked yet");
        walk.complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "It"));

        assertThatThrownBy(() -> move(promise().due().plusDays(1), "More"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("It is verified");
        assertThat(walk.timers("BoundaryEvent_followUpDue", "BoundaryEvent_followUpLate"))
                .isEmpty();

        walk.ring("Event_watchEnded");
        assertThatThrownBy(() -> move(promise().due().plusDays(1), "More")).isInstanceOf(Conflict.class);
    }

    @Test
    void isMovedWhileTheIncidentIsOpenAgainAndCountsAfterwards() {
        walk.followingUp();
        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));
        var later = promise().due().plusDays(30);

        move(later, "We are busy with the incident");

        assertThat(promise().due()).isEqualTo(later);
    }

    @Test
    void doesNotPassUnseenWhenItsOwnerHasLeft() {
        identities.saveUser(identities.newUser("leo"));
        identities.createMembership("leo", "responders");
        walk.reported()
                .take("moderator", "maya")
                .take("it-manager", "ivo")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well again"))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("leo"))));
        identities.deleteUser("leo");

        walk.ring("BoundaryEvent_followUpDue")
                .ring("BoundaryEvent_followUpLate")
                .say();

        assertThat(walk.thread())
                .anyMatch(said -> said.startsWith("Ivo ") && said.contains("and leo, who owns it, cannot see to it"));

        walk.complete(
                "acceptFollowUp", "maya", Map.of("decision", "hand-on", "newOwner", "sam", "handOnReason", "Leo left"));
        assertThat(walk.task("acceptFollowUp").getAssignee()).isEqualTo("sam");
    }

    @Test
    void isAskedOfTheModeratorWhenTheItManagerHasLeftAsWell() {
        identities.saveUser(identities.newUser("leo"));
        identities.createMembership("leo", "responders");
        walk.followingUp()
                .complete(
                        "acceptFollowUp",
                        "eli",
                        Map.of("decision", "hand-on", "newOwner", "leo", "handOnReason", "Leo wants to"));
        identities.deleteMembership("leo", "responders");

        walk.ring("BoundaryEvent_followUpDue").say();

        assertThat(walk.thread()).last().asString().startsWith("Maya Osei: a follow-up of " + walk.id());
        identities.deleteUser("leo");
    }

    private void move(LocalDate due, String reason) {
        walk.asRun("lena", () -> process.dueMoved(promise().id(), due, reason));
    }

    private FollowUp promise() {
        return followUps.of(walk.id()).get(0);
    }
}
