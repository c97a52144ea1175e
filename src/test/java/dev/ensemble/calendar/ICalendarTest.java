package dev.ensemble.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.ensemble.calendar.Appointment.Guest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we write is read by another library than the one that wrote it. */
class ICalendarTest {

    private static final Instant BEGIN = Instant.parse("2026-11-01T14:30:00Z");
    private static final Appointment MEETING = new Appointment(
            "INC-42@ensemble.example.org",
            2,
            Instant.parse("2026-10-30T08:00:00Z"),
            BEGIN,
            BEGIN.plus(Duration.ofMinutes(50)),
            "INC-42 Catalog: post-incident meeting",
            "First, the follow-ups of last time;\nthen: how did it make sense? Größe, \\ and , \"quotes\"\r\nATTENDEE:mailto:evil@example.org",
            URI.create("https://meet.example.org/j/1?pwd=a,b;c"),
            false,
            List.of(
                    new Guest("Zoë \"Zo\" O'Neil; Jr.", "zoe+inc@example.org"),
                    new Guest("Eli Brandt", "eli@example.org")));

    @Test
    void asksPeopleToCome() {
        var calendar = read(dev.ensemble.calendar.ICalendar.invitation(MEETING, "ensemble@example.org"));
        var event = event(calendar);

        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(MEETING.uid());
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(BEGIN);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(BEGIN.plus(Duration.ofMinutes(50)));
        assertThat(event.getSummary().getValue()).isEqualTo(MEETING.title());
        assertThat(event.getDescription().getValue().replace("\r", ""))
                .isEqualTo(MEETING.text().replace("\r", ""));
        assertThat(event.getLocation().getValue()).isEqualTo(MEETING.place().toString());
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("ensemble@example.org");
        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .containsExactly("zoe+inc@example.org", "eli@example.org");
        assertThat(event.getAttendees().get(0).getCommonName()).isEqualTo("Zoë 'Zo' O'Neil; Jr.");
        assertThat(event.getAttendees().get(0).getRsvp()).isTrue();
    }

    @Test
    void takesWhatIsCalledOffOutOfCalendars() {
        var off = new Appointment(
                MEETING.uid(),
                3,
                MEETING.changedAt(),
                MEETING.begin(),
                MEETING.end(),
                MEETING.title(),
                MEETING.text(),
                null,
                true,
                MEETING.guests());
        var calendar = read(dev.ensemble.calendar.ICalendar.invitation(off, "ensemble@example.org"));

        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event(calendar).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event(calendar).getSequence().getValue()).isEqualTo(3);
        assertThat(event(calendar).getLocation()).isNull();
    }

    @Test
    void isAFeedWithNothingOrMuchInIt() {
        var empty = Biweekly.parse(dev.ensemble.calendar.ICalendar.feed("Meetings", List.of()))
                .first();
        var full = read(dev.ensemble.calendar.ICalendar.feed("Meetings", List.of(MEETING)));

        assertThat(empty.getEvents()).isEmpty();
        assertThat(full.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("Meetings");
        assertThat(event(full).getAttendees()).isEmpty();
    }

    private static VEvent event(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    private static ICalendar read(String text) {
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
        var calendars = Biweekly.parse(text).all();
        assertThat(calendars).hasSize(1);
        var warnings = calendars.get(0).validate(ICalVersion.V2_0);
        assertThat(warnings.isEmpty()).as(warnings.toString()).isTrue();
        return calendars.get(0);
    }
}
