package dev.ensemble.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class FollowUpTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("follow-up");

    @Autowired
    Walk walk;

    @Autowired
    FollowUps followUps;

    @Autowired
    Reminders reminders;

    @Test
    void isSeenThroughByTwoPeopleAndWatched() {
        walk.followingUp();
        assertThat(walk.task("acceptFollowUp").getAssignee()).isEqualTo("eli");

        walk.complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Rack plan, page 3"));
        assertThat(walk.shown("verifyFollowUp")).containsEntry("evidenceGiven", "Rack plan, page 3");
        walk.complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "Both racks"));

        assertThat(promise().state()).isEqualTo(State.VERIFIED);
        assertThat(promise().verifiedBy()).isEqualTo("lena");
        assertThat(walk.record().isClosed()).isFalse();

        walk.ring("Event_watchEnded").say();

        assertThat(promise().state()).isEqualTo(State.ENDED);
        assertThat(walk.record().isClosed()).isTrue();
        assertThat(walk.isOver()).isTrue();
        assertThat(walk.announcement()).doesNotContain("We need people in the following roles");
        assertThat(walk.thread()).last().asString().contains("Both hosts share a rack", "Look at the rack");
    }

    @Test
    void isNotVerifiedByItsOwner() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Done"));

        assertThatThrownBy(
                        () -> walk.complete("verifyFollowUp", "eli", Map.of("verified", "yes", "lookedAt", "My work")))
                .hasMessageContaining("a second person has to look");
        assertThat(promise().state()).isEqualTo(State.DONE);
    }

    @Test
    void isSentBackUntilItDoesWhatWasPromised() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Ordered a rack"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "no", "lookedAt", "Only ordered"));

        assertThat(promise().state()).isEqualTo(State.ACCEPTED);
        assertThat(walk.task("doFollowUp").getAssignee()).isEqualTo("eli");
    }

    @Test
    void mayBeDeclinedWithAReason() {
        walk.followingUp();
        assertThatThrownBy(() -> walk.complete("acceptFollowUp", "eli", Map.of("decision", "decline")))
                .hasMessageContaining("declineReason: Say why not");

        walk.complete("acceptFollowUp", "eli", Map.of("decision", "decline", "declineReason", "The room is full"))
                .say();

        assertThat(promise().state()).isEqualTo(State.DECLINED);
        assertThat(walk.thread()).anyMatch(said -> said.contains("The room is full"));
        assertThat(walk.record().isClosed()).isTrue();
    }

    @Test
    void mayBeLetGoWithAReason() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "let-go", "letGoReason", "We move to the cloud"))
                .say();

        assertThat(promise().state()).isEqualTo(State.LET_GO);
        assertThat(promise().reason()).isEqualTo("We move to the cloud");
        assertThat(walk.record().isClosed()).isTrue();
    }

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

    private FollowUp promise() {
        return followUps.of(walk.id()).get(0);
    }
}
