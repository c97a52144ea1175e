package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

class WorkingHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23T14:00:00Z", // a Monday in winter
        "2026-11-28, 2026-11-30T14:00:00Z", // a Saturday
        "2026-07-06, 2026-07-06T13:00:00Z" // a Monday in summer
    })
    void beginOnTheDayOrTheNextWorkingDay(LocalDate day, Instant begin) {
        assertThat(hours("MON-FRI 09:00-17:00").beginOn(day)).isEqualTo(begin);
    }

    @Test
    void mayGoOverTheWeekend() {
        assertThat(hours("sat-mon 10:30-12:00").beginOn(LocalDate.parse("2026-11-24")))
                .isEqualTo(Instant.parse("2026-11-28T15:30:00Z"));
    }

    @Test
    void countWorkingDaysFromADayOfTheTeam() {
        // Thursday, 22:00 in New York
        assertThat(hours("MON-FRI 09:00-17:00").daysAfter(Instant.parse("2026-11-27T03:00:00Z"), 3))
                .isEqualTo(LocalDate.parse("2026-12-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:00:00Z, true", // Monday, 09:00 in New York
        "2026-11-23T21:59:59Z, true",
        "2026-11-23T22:00:00Z, false",
        "2026-11-23T13:59:59Z, false",
        "2026-11-28T15:00:00Z, false" // a Saturday
    })
    void sayWhetherPeopleAreAtWork(Instant moment, boolean isWorkTime) {
        assertThat(hours("MON-FRI 09:00-17:00").isWorkTime(moment)).isEqualTo(isWorkTime);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T13:00:00Z, 2026-11-23T14:00:00Z", // before work on a Monday
        "2026-11-23T14:00:00Z, 2026-11-24T14:00:00Z", // just begun
        "2026-11-27T23:00:00Z, 2026-11-30T14:00:00Z" // after work on a Friday
    })
    void sayWhenWorkBeginsNext(Instant moment, Instant begin) {
        assertThat(hours("MON-FRI 09:00-17:00").nextBegin(moment)).isEqualTo(begin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-5", "MON-FRI", "ABC-FRI 09:00-17:00", "MON-FRI 17:00-09:00", "MON-FRI 9:00-25:00"})
    void sayHowTheyAreSpelled(String wrong) {
        assertThatThrownBy(() -> hours(wrong)).hasMessageContaining("ENSEMBLE_WORKING_HOURS");
    }

    @Test
    void leaveOutHolidays() {
        var hours = hours("MON-FRI 09:00-17:00", """
                # what the library keeps
                2026-11-26  Thanksgiving
                - 2026-11-27   # a list in YAML does, too

                2026-12-25 Christmas
                """);

        assertThat(hours.beginOn(LocalDate.parse("2026-11-26"))).isEqualTo(Instant.parse("2026-11-30T14:00:00Z"));
        assertThat(hours.daysAfter(Instant.parse("2026-11-25T15:00:00Z"), 1)).isEqualTo(LocalDate.parse("2026-11-30"));
        assertThat(hours.isWorkTime(Instant.parse("2026-11-26T15:00:00Z"))).isFalse();
        assertThat(hours.next(Instant.parse("2026-11-25T22:00:00Z"))).isEqualTo(Instant.parse("2026-11-30T14:00:00Z"));
    }

    @Test
    void nameTheLineOfAHolidayThatCannotBeRead() {
        assertThatThrownBy(() -> hours("MON-FRI 09:00-17:00", "2026-12-25 Christmas\n25.12.2027 Christmas"))
                .hasMessageContaining("Line 2 of")
                .hasMessageContaining("25.12.2027 Christmas")
                .hasMessageContaining("ENSEMBLE_HOLIDAYS");
        assertThatThrownBy(() -> new Holidays(new FileSystemResource("no/such/holidays.txt")))
                .hasMessageContaining("ENSEMBLE_HOLIDAYS")
                .hasMessageContaining("holidays.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T13:59:59Z, false, 2026-11-24T14:00:00Z", // a Tuesday, a second before nine
        "2026-11-24T14:00:00Z, true, 2026-11-24T14:00:00Z",
        "2026-11-24T21:59:59Z, true, 2026-11-24T21:59:59Z",
        "2026-11-24T22:00:00Z, false, 2026-11-25T14:00:00Z", // five o'clock
        "2026-11-28T16:00:00Z, false, 2026-11-30T14:00:00Z" // a Saturday
    })
    void lastFromTheFirstMomentToTheLast(Instant moment, boolean isWorkTime, Instant next) {
        var hours = hours("MON-FRI 09:00-17:00");

        assertThat(hours.isWorkTime(moment)).isEqualTo(isWorkTime);
        assertThat(hours.next(moment)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MON-FRI 09:00-17:00",
                "MON-SUN 00:00-24:00",
                "SUN 02:30-03:15",
                "SUN 02:10-02:50",
                "SAT-MON 01:00-02:00"
            })
    void holdWhateverTheClocksDo(String spelled) {
        var hours = hours(spelled);
        for (var around : List.of("2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z")) {
            var change = Instant.parse(around);
            for (var moment = change.minus(Duration.ofDays(9));
                    moment.isBefore(change.plus(Duration.ofDays(9)));
                    moment = moment.plus(Duration.ofMinutes(7))) {
                var next = hours.next(moment);
                assertThat(hours.isWorkTime(next))
                        .as("%s after %s", next, moment)
                        .isTrue();
                assertThat(next).isAfterOrEqualTo(moment);
                assertThat(hours.next(next)).isEqualTo(next);
                assertThat(hours.isWorkTime(moment)).isEqualTo(next.equals(moment));
                assertThat(hours.beginOn(hours.today(moment))).isAfterOrEqualTo(hours.midnightOf(hours.today(moment)));
            }
        }
    }

    @Test
    void beginAtNineOnBothSidesOfAChangeOfClocks() {
        var hours = hours("MON-SUN 09:00-17:00");
        for (var day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
            assertThat(hours.beginOn(day).atZone(hours.zone()).toLocalDateTime())
                    .isEqualTo(day.atTime(9, 0));
        }
    }

    private static WorkingHours hours(String spelled) {
        return hours(spelled, "");
    }

    private static WorkingHours hours(String spelled, String holidays) {
        return new WorkingHours(
                new IncidentProperties(
                        URI.create("http://localhost"), ZoneId.of("America/New_York"), spelled, null, false),
                new Holidays(new ByteArrayResource(holidays.getBytes(StandardCharsets.UTF_8))));
    }
}
