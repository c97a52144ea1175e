package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T13:59:00Z, 2026-11-23T14:00:00Z", // a Monday, before
        "2026-11-23T15:30:00Z, 2026-11-23T15:30:00Z", // in the middle of it
        "2026-11-23T22:00:00Z, 2026-11-24T14:00:00Z", // when it has ended
        "2026-11-27T23:00:00Z, 2026-11-30T14:00:00Z", // a Friday evening
        "2026-11-29T15:00:00Z, 2026-11-30T14:00:00Z" // a Sunday
    })
    void areNowOrBeginNext(Instant moment, Instant next) {
        assertThat(hours("MON-FRI 09:00-17:00").nextFrom(moment)).isEqualTo(next);
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
    @ValueSource(strings = {"", "9-5", "MON-FRI", "ABC-FRI 09:00-17:00"})
    void sayHowTheyAreSpelled(String wrong) {
        assertThatThrownBy(() -> hours(wrong)).hasMessageContaining("ENSEMBLE_WORKING_HOURS");
    }

    private static WorkingHours hours(String spelled) {
        return new WorkingHours(new IncidentProperties(
                URI.create("http://localhost"), ZoneId.of("America/New_York"), spelled, null, false));
    }
}
