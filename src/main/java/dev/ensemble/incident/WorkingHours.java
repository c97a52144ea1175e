package dev.ensemble.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** When people can be expected to read what can wait. */
@Component
public class WorkingHours {

    private static final Pattern SPELLING =
            Pattern.compile("(?<first>[A-Z]{3})(-(?<last>[A-Z]{3}))? (?<from>\\d{2}:\\d{2})-(?<to>\\d{2}:\\d{2})");

    private static final String MIDNIGHT = "24:00";

    private final ZoneId zone;
    private final Set<DayOfWeek> days;
    private final LocalTime from;
    private final LocalTime to;
    private final Holidays holidays;

    WorkingHours(IncidentProperties settings, Holidays holidays) {
        this.holidays = holidays;
        var matcher = SPELLING.matcher(settings.workingHours().strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("ENSEMBLE_WORKING_HOURS is \"%s\"; say it like MON-FRI 09:00-17:00."
                    .formatted(settings.workingHours()));
        }
        zone = settings.timeZone();
        var first = day(matcher.group("first"));
        var last = matcher.group("last") == null ? first : day(matcher.group("last"));
        days = EnumSet.noneOf(DayOfWeek.class);
        for (var day = first; ; day = day.plus(1)) {
            days.add(day);
            if (day == last) {
                break;
            }
        }
        from = LocalTime.parse(matcher.group("from"));
        to = matcher.group("to").equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(matcher.group("to"));
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "ENSEMBLE_WORKING_HOURS is \"%s\", which ends before it begins; say it like MON-FRI 09:00-17:00."
                            .formatted(settings.workingHours()));
        }
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether people are at work at that moment. */
    public boolean isWorkTime(Instant moment) {
        var time = moment.atZone(zone);
        return isWorkingDay(time.toLocalDate()) && isWithin(time.toLocalTime());
    }

    /** The moment itself in working hours, else when they begin the next time. */
    public Instant next(Instant moment) {
        return isWorkTime(moment) ? moment : nextBegin(moment);
    }

    /** When work begins on that day, or on the first working day after it. */
    public Instant beginOn(LocalDate day) {
        for (var date = day; ; date = date.plusDays(1)) {
            var begin = begin(date.atTime(from));
            if (isWorkTime(begin)) {
                return begin;
            }
        }
    }

    /** In the night in which clocks are put forward an hour is missing, and with it perhaps the time of the day. */
    private Instant begin(LocalDateTime time) {
        var missing = zone.getRules().getTransition(time);
        return missing != null && missing.isGap()
                ? missing.getInstant()
                : time.atZone(zone).toInstant();
    }

    /** When work ends on a working day. */
    public Instant endOn(LocalDate day) {
        return day.atTime(to).atZone(zone).toInstant();
    }

    /** When work begins next, after a moment. */
    public Instant nextBegin(Instant moment) {
        var today = beginOn(today(moment));
        return today.isAfter(moment) ? today : beginOn(today(moment).plusDays(1));
    }

    /** The day that it is for the team. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** When that day begins for the team, at night. */
    public Instant midnightOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day that lies so many working days after a moment. */
    public LocalDate daysAfter(Instant moment, int workingDays) {
        var date = today(moment);
        for (var left = workingDays; left > 0; ) {
            date = date.plusDays(1);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        return date;
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.include(day);
    }

    private boolean isWithin(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "ENSEMBLE_WORKING_HOURS names the day \"%s\"; say MON, TUE, WED, THU, FRI, SAT or SUN."
                                .formatted(text)));
    }
}
