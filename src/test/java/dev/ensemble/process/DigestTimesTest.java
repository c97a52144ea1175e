package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.incident.Notices;
import dev.ensemble.incident.WorkingHours;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a team in New York that works from Monday to Friday, nine to five, reads the digest. */
@EnsembleTest
class DigestTimesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    WorkingHours hours;

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ManagementService jobs;

    @BeforeEach
    void nothingSaid() {
        jdbc.sql("delete from notice").update();
    }

    @ParameterizedTest
    @CsvSource({
        // on its day, in the morning
        "2026-11-23T04:00, 2026-11-23T09:30",
        // on its day, later than its time
        "2026-11-23T11:00, 2026-11-23T11:00",
        // we did not run on Monday
        "2026-11-24T04:00, 2026-11-24T09:00",
        "2026-11-25T14:12, 2026-11-25T14:12",
        // where clocks were put forward or back the day before
        "2026-03-09T05:00, 2026-03-09T09:30",
        "2026-11-02T03:00, 2026-11-02T09:30"
    })
    void isSaidOnItsDayOrTheNextOnWhichWeRun(LocalDateTime now, LocalDateTime moment) {
        var digest = digest("MON", "09:30", now);

        assertThat(digest.isDue()).isTrue();
        assertThat(digest.moment()).isEqualTo(moment.atZone(NEW_YORK).toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-28T04:00", "2026-11-29T12:00", "2026-11-24T17:00", "2026-11-23T21:00"})
    void waitsForADayOnWhichSomebodyStillWorks(LocalDateTime now) {
        assertThat(digest("MON", "09:30", now).isDue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T09:30, false", "2026-11-20T16:00, true", "2026-11-25T10:00, false"})
    void isSaidOnceAWeek(LocalDateTime said, boolean dueAgain) {
        notices.add(WeeklyDigest.KIND, digest("mon", "09:30", said).week());

        assertThat(digest("mon", "09:30", LocalDateTime.parse("2026-11-27T10:00"))
                        .isDue())
                .isEqualTo(dueAgain);
    }

    @Test
    void isSaidOnTheNextDayOfWorkWhereItsOwnIsNone() {
        assertThat(digest("SUN", "09:00", LocalDateTime.parse("2026-11-22T04:00"))
                        .isDue())
                .isFalse();
        assertThat(digest("SUN", "09:00", LocalDateTime.parse("2026-11-23T04:00"))
                        .isDue())
                .isTrue();
    }

    @Test
    void isNotSaidBeforeWorkBegins() {
        assertThat(digest("MON", "06:00", LocalDateTime.parse("2026-11-23T04:00"))
                        .moment())
                .isEqualTo(Instant.parse("2026-11-23T14:00:00Z"));
    }

    @Test
    void isLookedForEveryMorning() {
        assertThat(digest("MON", "09:00", LocalDateTime.parse("2026-11-23T12:00"))
                        .everyMorning())
                .isEqualTo("R/2026-11-23T09:00:00Z/P1D");
        assertThat(jobs.createJobQuery()
                        .activityId("StartEvent_morningCome")
                        .singleResult()
                        .getDuedate())
                .isAfter(Instant.now())
                .isBefore(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toInstant());
    }

    @Test
    void refusesATimeAtWhichNobodyReadsIt() {
        var now = LocalDateTime.parse("2026-11-23T12:00");

        assertThatThrownBy(() -> digest("MON", "20:00", now)).hasMessageContaining("ENSEMBLE_DIGEST_TIME");
        assertThatThrownBy(() -> digest("MON", "nine", now)).hasMessageContaining("say it like 09:00");
        assertThatThrownBy(() -> digest("Someday", "09:00", now)).hasMessageContaining("ENSEMBLE_DIGEST_DAY");
    }

    private WeeklyDigest digest(String day, String time, LocalDateTime now) {
        return new WeeklyDigest(
                new DigestProperties(day, time),
                hours,
                notices,
                Clock.fixed(now.atZone(NEW_YORK).toInstant(), ZoneOffset.UTC));
    }
}
