package dev.ensemble.api;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.WorkingHours;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Days as callers give them: where the team is, from their beginning to their end. */
@Component
class Days {

    private final WorkingHours hours;

    Days(WorkingHours hours) {
        this.hours = hours;
    }

    /** When the day begins, {@code null} where none is given. */
    Instant from(String field, String text) {
        var day = day(field, text);
        return day == null ? null : day.atStartOfDay(hours.zone()).toInstant();
    }

    /** When the day has ended, {@code null} where none is given. */
    Instant to(String field, String text) {
        var day = day(field, text);
        return day == null ? null : day.plusDays(1).atStartOfDay(hours.zone()).toInstant();
    }

    private static LocalDate day(String field, String text) {
        var entered = Entered.text(text);
        if (entered.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(entered);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw new Refused(field, "Give a day like 2026-12-01.");
    }
}
