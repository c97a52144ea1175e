package dev.ensemble.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

    private final ZoneId zone;
    private final Set<DayOfWeek> days;
    private final LocalTime from;
    private final LocalTime to;

    WorkingHours(IncidentProperties settings) {
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
        to = LocalTime.parse(matcher.group("to"));
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isWorkTime(Instant moment) {
        var time = moment.atZone(zone);
        return days.contains(time.getDayOfWeek()) && isWithin(time.toLocalTime());
    }

    /** The moment itself in working hours, else when they begin the next time. */
    public Instant next(Instant moment) {
        if (isWorkTime(moment)) {
            return moment;
        }
        var begin = beginOn(today(moment));
        return begin.isAfter(moment) ? begin : beginOn(today(moment).plusDays(1));
    }

    /** When work begins on that day, or on the first working day after it. */
    public Instant beginOn(LocalDate day) {
        var date = day;
        while (!days.contains(date.getDayOfWeek())) {
            date = date.plusDays(1);
        }
        return date.atTime(from).atZone(zone).toInstant();
    }

    /** The day that it is for the team. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The day that lies so many working days after a moment. */
    public LocalDate daysAfter(Instant moment, int workingDays) {
        var date = ZonedDateTime.ofInstant(moment, zone).toLocalDate();
        for (var left = workingDays; left > 0; ) {
            date = date.plusDays(1);
            if (days.contains(date.getDayOfWeek())) {
                left--;
            }
        }
        return date;
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
