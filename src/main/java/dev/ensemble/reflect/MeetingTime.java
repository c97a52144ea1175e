package dev.ensemble.reflect;

import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Form;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** When a meeting is, as people enter and read it: in the team's time zone. */
@Component
class MeetingTime {

    private static final Period FAR_AHEAD = Period.ofDays(90);
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm z", Locale.ENGLISH);

    private final WorkingHours hours;
    private final Clock clock;

    MeetingTime(WorkingHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    /** The moment that two fields name; refused unless it lies ahead, but not too far. */
    Instant entered(Form form, String dateField, String timeField) {
        var date = form.date(dateField);
        var time = form.time(timeField);
        form.check();
        return ahead(form, dateField, date.atTime(time).atZone(hours.zone()).toInstant());
    }

    /** One of the moments that were proposed, as the form spells it; refused unless it lies ahead, but not too far. */
    Instant proposed(Form form, String field) {
        try {
            return ahead(
                    form,
                    field,
                    LocalDateTime.parse(form.text(field, 40))
                            .atZone(hours.zone())
                            .toInstant());
        } catch (DateTimeParseException e) {
            form.refuse(field, "Take one of the times proposed, or other and give day and time.");
            form.check();
            throw e;
        }
    }

    /** How a form spells a moment that it proposes. */
    String spelled(Instant at) {
        return LocalDateTime.ofInstant(at, hours.zone()).toString();
    }

    private Instant ahead(Form form, String dateField, Instant at) {
        var now = clock.instant().atZone(hours.zone());
        if (at.isBefore(now.toInstant())) {
            form.refuse(dateField, "This lies in the past. Pick a time to come.");
        }
        if (at.isAfter(now.plus(FAR_AHEAD).toInstant())) {
            form.refuse(
                    dateField,
                    "By then it will be forgotten. Pick a day in the next %d.".formatted(FAR_AHEAD.getDays()));
        }
        form.check();
        return at;
    }

    String readable(Instant at) {
        return READABLE.format(at.atZone(hours.zone()));
    }
}
