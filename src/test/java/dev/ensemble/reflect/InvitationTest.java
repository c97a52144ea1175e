package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Messages;
import dev.ensemble.process.Course;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who took part, and whoever asks, gets the meeting into their calendar, and out of it again. */
@EnsembleTest
class InvitationTest {

    @Autowired
    Walk walk;

    @Autowired
    Meetings meetings;

    @Autowired
    Messages messages;

    @Autowired
    Course course;

    @Test
    void goesToEverybodyWhoTookPart() {
        scheduled();

        assertThat(invitations())
                .extracting(Message::address)
                .containsExactlyInAnyOrder("maya@example.org", "noor@example.org");
        var letter = invitations().get(0);
        var calendar = calendar(letter);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(calendar.getEvents().get(0).getDateStart().getValue().toInstant())
                .isEqualTo(meetings.of(walk.id()).orElseThrow().at());
        assertThat(calendar.getEvents().get(0).getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .containsExactly(letter.address());
        assertThat(letter.subject()).startsWith("Invitation: " + walk.id() + " Figgy");
        assertThat(letter.text()).contains("please come", "What became of last time's follow-ups");
    }

    @Test
    void goesOnlyToTheNewGuestWhenOneIsInvited() {
        scheduled();

        walk.complete("moveMeeting", "noor", Map.of("what", "invite", "invited", "ivo"));

        assertThat(invitations()).hasSize(3).last().extracting(Message::address).isEqualTo("ivo@example.org");
    }

    @Test
    void isSentAnewWhenTheMeetingIsMoved() {
        scheduled();
        var first = calendar(invitations().get(0)).getEvents().get(0);

        walk.complete(
                "moveMeeting",
                "noor",
                Map.of("what", "move", "newDate", Walk.meetingTomorrow().get("meetingDate"), "newTime", "16:00"));

        assertThat(invitations()).hasSize(4);
        var moved = calendar(invitations().get(2)).getEvents().get(0);
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getSequence().getValue())
                .isGreaterThan(first.getSequence().getValue());
        assertThat(invitations().get(2).subject()).startsWith("New time:");
    }

    @Test
    void isTakenBackWhenItBreaksAgain() {
        scheduled();

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));

        assertThat(invitations()).hasSize(4);
        assertThat(calendar(invitations().get(3)).getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(invitations().get(3).subject()).startsWith("Called off:");
    }

    @Test
    void isTakenBackWhenTheMeetingIsHeldInWriting() {
        scheduled();

        walk.complete(
                "moveMeeting",
                "noor",
                Map.of("what", "in-writing", "newDate", Walk.meetingTomorrow().get("meetingDate"), "newTime", "16:00"));

        assertThat(calendar(invitations().get(3)).getMethod().getValue()).isEqualTo("CANCEL");
        walk.complete("moveMeeting", "noor", Map.of("what", "invite", "invited", "ivo"));
        assertThat(invitations()).hasSize(4);
    }

    @Test
    void goesNowhereInADrill() {
        walk.drill(null)
                .take("moderator", "maya")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"))
                .complete("scheduleMeeting", "maya", Walk.meetingTomorrow())
                .say();

        assertThat(invitations()).extracting(Message::state).containsOnly(Message.State.NOT_NEEDED);
    }

    private void scheduled() {
        walk.restored().complete("scheduleMeeting", "noor", Walk.meetingTomorrow());
    }

    private List<Message> invitations() {
        return messages.of(walk.id()).stream()
                .filter(message -> message.kind() == Kind.INVITATION)
                .toList();
    }

    private static ICalendar calendar(Message invitation) {
        return Biweekly.parse(invitation.calendar()).first();
    }
}
