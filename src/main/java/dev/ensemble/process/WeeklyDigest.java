package dev.ensemble.process;

import dev.ensemble.incident.Notices;
import dev.ensemble.incident.WorkingHours;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * When the weekly digest is said: on its day, at its time, when people work. Where nobody works then, or we did not run, on
 * the next day on which both is so.
 */
@Component
public class WeeklyDigest {

    /** The name of its words. */
    public static final String KIND = "weekly-digest";

    /** So early that it is the same day for the team whatever the clocks do. */
    private static final LocalTime MORNING = LocalTime.of(4, 0);

    private final DayOfWeek day;
    private final LocalTime time;
    private final WorkingHours hours;
    private final Notices notices;
    private final Clock clock;

    WeeklyDigest(DigestProperties settings, WorkingHours hours, Notices notices, Clock clock) {
        this.day = day(settings.day());
        this.time = time(settings.time());
        this.hours = hours;
        this.notices = notices;
        this.clock = clock;
        var workday = hours.today(hours.beginOn(hours.today(clock.instant())));
        if (!hours.today(hours.next(at(workday.atTime(time)))).equals(workday)) {
            throw new IllegalArgumentException(
                    "ENSEMBLE_DIGEST_TIME is \"%s\", when nobody works any more.".formatted(settings.time()));
        }
    }

    /** Every morning from today on, an ISO-8601 cycle. */
    String everyMorning() {
        return "R/%s/P1D".formatted(at(hours.today(clock.instant()).atTime(MORNING)));
    }

    /** Whether it is still to be said this week, and somebody works today. */
    boolean isDue() {
        var now = clock.instant();
        return !notices.has(KIND, week()) && hours.today(hours.next(now)).equals(hours.today(now));
    }

    /** The day on which this week's was to be said. */
    public LocalDate week() {
        return hours.today(clock.instant()).with(TemporalAdjusters.previousOrSame(day));
    }

    /** The moment for it, today. */
    Instant moment() {
        var now = clock.instant();
        var today = hours.today(now);
        var set = at(today.atTime(time));
        return hours.next(today.getDayOfWeek() == day && set.isAfter(now) ? set : now);
    }

    private Instant at(LocalDateTime moment) {
        return moment.atZone(hours.zone()).toInstant();
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "ENSEMBLE_DIGEST_DAY is \"%s\"; say MON, TUE, WED, THU, FRI, SAT or SUN.".formatted(text)));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("ENSEMBLE_DIGEST_TIME is \"%s\"; say it like 09:00.".formatted(text), e);
        }
    }
}
