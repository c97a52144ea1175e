package dev.ensemble.report;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** How long something lasted, in words. */
final class Lengths {

    private Lengths() {}

    /** @param until {@code null} while it lasts, which has no words */
    static String words(ZonedDateTime from, ZonedDateTime until) {
        return until == null ? null : words(Duration.between(from, until));
    }

    /** Such as {@code 2 h 14 min}; the two largest units that are not zero, for days no minutes. */
    static String words(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return "less than a minute";
        }
        var parts = new ArrayList<String>();
        add(parts, length.toDays(), length.toDays() == 1 ? "day" : "days");
        add(parts, length.toHoursPart(), "h");
        if (length.toDays() == 0) {
            add(parts, length.toMinutesPart(), "min");
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add("%d %s".formatted(number, unit));
        }
    }
}
