package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Course;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** The meeting gets a time that suits, people come, and it begins; or it is held in writing. */
@EnsembleTest
class MeetingTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("meeting");

    @Autowired
    Walk walk;

    @Autowired
    Walk earlier;

    @Autowired
    Meetings meetings;

    @Autowired
    Incidents incidents;

    @Autowired
    ScheduleMeeting scheduleMeeting;

    @Autowired
    WorkingHours hours;

    @Autowired
    Course course;

    @Test
    void isProposedInWorkingHoursAndInTime() {
        walk.restored();

        var proposals = proposals();

        var last = hours.daysAfter(Instant.now(), 3);
        assertThat(proposals).isNotEmpty().allSatisfy(at -> {
            assertThat(at).isAfter(LocalDateTime.now(ZONE));
            assertThat(at.toLocalDate()).isBeforeOrEqualTo(last);
            assertThat(hours.isWorkingDay(at.toLocalDate())).isTrue();
            assertThat(at.getHour()).isBetween(9, 16);
            assertThat(at.plusMinutes(50).toLocalTime().getHour() * 60
                            + at.plusMinutes(50).getMinute())
                    .isLessThanOrEqualTo(17 * 60);
        });
    }

    @Test
    void isNotProposedWhereAnotherIsHeld() {
        earlier.restored();
        var taken = proposals(earlier).get(0);
        earlier.complete("scheduleMeeting", "noor", Map.of("proposal", taken.toString(), "meetingMinutes", "50"));

        walk.restored();

        assertThat(meetings.of(earlier.id()).orElseThrow().at())
                .isEqualTo(taken.atZone(ZONE).toInstant());
        assertThat(proposals()).doesNotContain(taken);
    }

    @Test
    void takesAProposalOnlyAsItIsSpelledAndAhead() {
        walk.restored();

        assertThatThrownBy(() ->
                        walk.complete("scheduleMeeting", "noor", Map.of("proposal", "soon", "meetingMinutes", "25")))
                .hasMessageContaining("proposal: Take one of the times proposed");
        assertThatThrownBy(() -> walk.complete(
                        "scheduleMeeting", "noor", Map.of("proposal", "2020-01-01T10:00", "meetingMinutes", "25")))
                .hasMessageContaining("proposal: This lies in the past");
        assertThat(meetings.of(walk.id())).isEmpty();
    }

    @Test
    void isProposedWithAsMuchNoticeAsTheSettingsSay() {
        var mondayAtNine = ZonedDateTime.of(2031, 3, 3, 9, 0, 0, 0, ZONE).toInstant();

        assertThat(proposed(mondayAtNine, Duration.ofHours(2)).within(0, 50))
                .containsExactly(
                        mondayAtNine.plus(150, ChronoUnit.MINUTES), mondayAtNine.plus(210, ChronoUnit.MINUTES));
        assertThat(proposed(mondayAtNine, Duration.ofHours(4)).within(0, 50))
                .containsExactly(mondayAtNine.plus(270, ChronoUnit.MINUTES));
    }

    @Test
    void isAsLongAsTheSettingsOrThePlanSay() {
        with(new MeetingProperties(Duration.ZERO, List.of(15)), () -> {
            walk.restored();

            assertThat(((SpinJsonNode) walk.shown("scheduleMeeting").get("meetingLengths")).elements())
                    .extracting(length -> length.prop("value").stringValue())
                    .containsExactly("15", "50");
            assertThat(walk.shown("scheduleMeeting")).containsEntry("meetingMinutes", "50");
            assertThatThrownBy(() -> walk.complete("scheduleMeeting", "noor", lasting("25")))
                    .hasMessageContaining("meetingMinutes: ");
            walk.complete("scheduleMeeting", "noor", lasting("15"));
        });

        assertThat(meetings.of(walk.id()).orElseThrow().minutes()).isEqualTo(15);
    }

    @Test
    void isSaidADayAndAnHourBefore() {
        scheduled(3);
        var at = meetings.of(walk.id()).orElseThrow().at();
        assertThat(walk.timer("BoundaryEvent_dayBefore", null).getDuedate().toInstant())
                .isEqualTo(hours.dayBefore(at));
        assertThat(walk.timer("BoundaryEvent_hourBefore", null).getDuedate().toInstant())
                .isEqualTo(at.minus(1, ChronoUnit.HOURS));

        walk.ring("BoundaryEvent_dayBefore").say();
        assertThat(walk.thread()).last().asString().startsWith("Coming up: our post-incident meeting");
        walk.ring("BoundaryEvent_hourBefore").say();
        assertThat(walk.thread()).last().asString().startsWith("In an hour: our post-incident meeting");
        walk.complete("moveMeeting", "noor", Map.of("what", "invite", "invited", "ivo"));
        walk.ring("BoundaryEvent_hourBefore").say();
        assertThat(walk.thread().stream().filter(said -> said.startsWith("In an hour:")))
                .hasSize(1);

        walk.ring("BoundaryEvent_meetingTime");
        assertThat(walk.openTasks()).contains("holdMeeting").doesNotContain("moveMeeting");
    }

    @Test
    void isNotSaidToBeTomorrowWhenItIsToday() {
        walk.restored()
                .complete(
                        "scheduleMeeting",
                        "noor",
                        Map.of(
                                "proposal",
                                LocalDateTime.now(ZONE)
                                        .plusHours(3)
                                        .truncatedTo(ChronoUnit.MINUTES)
                                        .toString(),
                                "meetingMinutes",
                                "25"))
                .say();
        var said = walk.thread().size();

        walk.ring("BoundaryEvent_dayBefore").say();

        assertThat(walk.thread()).hasSize(said);
    }

    @Test
    void remindsOfTheNewTimeAfterItWasMoved() {
        scheduled(2);
        walk.complete("moveMeeting", "noor", Map.of("what", "move", "newDate", day(5), "newTime", "11:00"));

        assertThat(walk.timers("BoundaryEvent_dayBefore", "BoundaryEvent_hourBefore", "BoundaryEvent_meetingTime"))
                .hasSize(3);
        assertThat(walk.timer("BoundaryEvent_dayBefore", null).getDuedate().toInstant())
                .isEqualTo(hours.dayBefore(
                        LocalDate.parse(day(5)).atTime(11, 0).atZone(ZONE).toInstant()));
        assertThat(meetings.of(walk.id()).orElseThrow().sequence()).isEqualTo(1);
    }

    @Test
    void invitesWhoeverAsksWithoutSayingTheTimeAgain() {
        scheduled(2);
        walk.say();
        var said = walk.thread().size();

        walk.complete("moveMeeting", "noor", Map.of("what", "invite", "invited", "ivo"))
                .complete("moveMeeting", "noor", Map.of("what", "invite", "invited", "ivo"))
                .say();

        assertThat(meetings.guests(walk.id())).containsExactly("ivo");
        assertThat(walk.thread()).hasSize(said);
        assertThatThrownBy(
                        () -> walk.complete("moveMeeting", "noor", Map.of("what", "invite", "invited", "nobody-here")))
                .hasMessageContaining("invited: Nobody here has this user id.");
        assertThatThrownBy(() -> walk.complete("moveMeeting", "noor", Map.of("what", "invite")))
                .hasMessageContaining("invited: Say who is to be invited.");
    }

    @Test
    void canBeHeldInWriting() {
        scheduled(2);
        walk.complete("moveMeeting", "noor", Map.of("what", "in-writing", "newDate", day(4), "newTime", "16:00"))
                .say();

        assertThat(meetings.of(walk.id())).get().extracting(Meeting::inWriting).isEqualTo(true);
        assertThat(walk.thread()).last().asString().startsWith("We hold the post-incident meeting in writing, until");
        walk.ring("BoundaryEvent_hourBefore").say();
        assertThat(walk.thread()).last().asString().contains("we bring together what was written here");
        walk.complete("moveMeeting", "noor", Map.of("what", "begin-now"));
        assertThat(walk.openTasks()).contains("holdMeeting");
    }

    @Test
    void isCalledOffWhenItBreaksAgainAndCanBeSetAnew() {
        scheduled(2);
        walk.say();

        walk.as("lena", () -> {
            course.reopened(walk.id(), "Down again");
            return null;
        });
        walk.say();

        assertThat(meetings.of(walk.id()).orElseThrow().calledOff()).isTrue();
        assertThat(walk.thread()).anyMatch(said -> said.contains("is called off"));
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow());
        assertThat(meetings.of(walk.id()).orElseThrow())
                .satisfies(meeting -> assertThat(meeting.calledOff()).isFalse())
                .satisfies(meeting -> assertThat(meeting.sequence()).isEqualTo(2));
    }

    @Test
    void beginsWithWhatBecameOfLastTimesFollowUps() {
        earlier.followingUp();

        walk.meeting();

        assertThat(walk.opened("holdMeeting", "maya").get("agenda").toString())
                .contains(
                        "last time's follow-ups",
                        earlier.id().toString(),
                        "Move one host to another rack",
                        "not accepted yet");
    }

    private void scheduled(int days) {
        walk.restored()
                .complete(
                        "scheduleMeeting",
                        "noor",
                        Map.of("meetingDate", day(days), "meetingTime", "10:00", "meetingMinutes", "50"));
    }

    private static String day(int ahead) {
        return LocalDate.now(ZONE).plusDays(ahead).toString();
    }

    private static Map<String, Object> lasting(String minutes) {
        return Map.of("meetingDate", day(3), "meetingTime", "10:00", "meetingMinutes", minutes);
    }

    private Proposals proposed(Instant now, Duration notice) {
        return new Proposals(
                meetings, incidents, hours, new MeetingProperties(notice, List.of()), Clock.fixed(now, ZONE));
    }

    private void with(MeetingProperties others, Runnable walked) {
        var settings = ReflectionTestUtils.getField(scheduleMeeting, "settings");
        try {
            ReflectionTestUtils.setField(scheduleMeeting, "settings", others);
            walked.run();
        } finally {
            ReflectionTestUtils.setField(scheduleMeeting, "settings", settings);
        }
    }

    private List<LocalDateTime> proposals() {
        return proposals(walk);
    }

    private static List<LocalDateTime> proposals(Walk of) {
        return ((SpinJsonNode) of.shown("scheduleMeeting").get("proposals"))
                .elements().stream()
                        .map(proposal -> proposal.prop("value").stringValue())
                        .filter(value -> !value.equals("other"))
                        .map(LocalDateTime::parse)
                        .toList();
    }
}
