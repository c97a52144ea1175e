package dev.ensemble.library;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.WorkingHours;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was learned from incidents that were reported on a day of former years, and on the days off before it. */
@Component
class TodayAYearAgo {

    static final String KIND = "today-a-year-ago";

    private static final int YEARS = 20;
    private static final int MOST = 3;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Recollections recollections;
    private final Learned learned;
    private final WorkingHours hours;
    private final LibraryProperties settings;

    TodayAYearAgo(Recollections recollections, Learned learned, WorkingHours hours, LibraryProperties settings) {
        this.recollections = recollections;
        this.learned = learned;
        this.hours = hours;
        this.settings = settings;
    }

    /** What the words name; empty where nothing is worth it, or nobody wants it. */
    Map<String, ?> on(LocalDate day) {
        var incidents = settings.todayAYearAgo() ? taught(day) : List.of();
        return incidents.isEmpty() ? Map.of() : Map.of("incidents", incidents);
    }

    private List<Map<String, ?>> taught(LocalDate day) {
        return IntStream.rangeClosed(1, YEARS)
                .boxed()
                .flatMap(years -> daysOf(day)
                        .map(each -> each.minusYears(years))
                        .distinct()
                        .flatMap(each -> recollections
                                .taught(
                                        each.atStartOfDay(hours.zone()).toInstant(),
                                        each.plusDays(1)
                                                .atStartOfDay(hours.zone())
                                                .toInstant())
                                .stream()))
                .limit(MOST)
                .<Map<String, ?>>map(this::about)
                .toList();
    }

    /** Nothing is said on a day off, so that the next working day speaks for it. */
    private Stream<LocalDate> daysOf(LocalDate day) {
        return Stream.iterate(day, each -> each.equals(day) || !hours.isWorkingDay(each), each -> each.minusDays(1));
    }

    private Map<String, ?> about(Incident incident) {
        return Map.of(
                "date", DATE.format(incident.reportedAt().atZone(hours.zone())),
                "number", incident.id().toString(),
                "service", incident.service(),
                "condition", incident.reportedAs().toString(),
                "summary", incident.summary(),
                "lessons", learned.lessons(incident.id()).stream().limit(MOST).toList());
    }
}
