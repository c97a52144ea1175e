package dev.ensemble.alerts;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time of every week, such as {@code SUN 02:00-04:00}.
 *
 * @param to exclusive; on the next day where it is not after {@code from}
 */
public record WeeklyTime(DayOfWeek day, LocalTime from, LocalTime to) {

    private static final Pattern SPELLING = Pattern.compile("([A-Z]{3}) (\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
    private static final String MIDNIGHT = "24:00";

    /** Empty when no time is spelled so. */
    public static Optional<WeeklyTime> of(String text) {
        var spelled = SPELLING.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!spelled.matches()) {
            return Optional.empty();
        }
        try {
            var from = LocalTime.parse(spelled.group(2));
            var to = spelled.group(3).equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(spelled.group(3));
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> letters(day).equals(spelled.group(1)))
                    .findFirst()
                    .map(day -> new WeeklyTime(day, from, to));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean includes(LocalDateTime moment) {
        var time = moment.toLocalTime();
        if (from.isBefore(to)) {
            return moment.getDayOfWeek() == day && !time.isBefore(from) && time.isBefore(to);
        }
        return moment.getDayOfWeek() == day && !time.isBefore(from)
                || moment.getDayOfWeek() == day.plus(1) && time.isBefore(to);
    }

    private static String letters(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    @Override
    public String toString() {
        return "%s %s-%s".formatted(letters(day), from, to.equals(LocalTime.MIDNIGHT) ? MIDNIGHT : to);
    }
}
