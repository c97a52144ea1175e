package dev.ensemble.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By which day something can be promised. */
@Component
public class DueDays {

    private static final Period FAR_AHEAD = Period.ofYears(5);

    private final WorkingHours hours;
    private final Clock clock;

    DueDays(WorkingHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    /** What would do instead; empty where the day does. */
    public Optional<String> fault(LocalDate day) {
        var today = hours.today(clock.instant());
        if (day.isBefore(today)) {
            return Optional.of("This day is over. Give one to come.");
        }
        if (day.isAfter(today.plus(FAR_AHEAD))) {
            return Optional.of(
                    "By then it will be forgotten. Give a day in the next %d years.".formatted(FAR_AHEAD.getYears()));
        }
        return Optional.empty();
    }
}
