package dev.ensemble.library;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.People;
import dev.ensemble.incident.WorkingHours;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a month taught, what is still open, and what came back. */
@Component
class MonthlyDigest {

    static final String KIND = "monthly-digest";

    private static final int MOST = 10;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Recollections recollections;
    private final Learned learned;
    private final People people;
    private final WorkingHours hours;
    private final LibraryProperties settings;
    private final Clock clock;

    MonthlyDigest(
            Recollections recollections,
            Learned learned,
            People people,
            WorkingHours hours,
            LibraryProperties settings,
            Clock clock) {
        this.recollections = recollections;
        this.learned = learned;
        this.people = people;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the words name; empty where there is nothing to say, or nobody wants it.
     *
     * @param first the month's first day
     */
    Map<String, ?> of(LocalDate first) {
        if (!settings.monthlyDigest()) {
            return Map.of();
        }
        var lessons = lessons(begin(first), begin(first.plusMonths(1)));
        var open = recollections.open();
        var cameBack = cameBack(first);
        if (lessons.isEmpty() && open.isEmpty() && cameBack.isEmpty()) {
            return Map.of();
        }
        var named = new HashMap<String, Object>();
        named.put("month", MONTH.format(first));
        named.put("learned", lessons.stream().limit(MOST).toList());
        named.put("moreLearned", more(lessons));
        named.put("open", open.stream().limit(MOST).map(this::about).toList());
        named.put("moreOpen", more(open));
        named.put("openCount", open.size());
        named.put("lateCount", open.stream().filter(this::isLate).count());
        named.put("cameBack", cameBack.stream().limit(MOST).toList());
        return named;
    }

    private List<Map<String, String>> lessons(Instant from, Instant to) {
        return recollections.understood(from, to).stream()
                .flatMap(incident -> learned.lessons(incident.id()).stream()
                        .map(lesson -> Map.of(
                                "number", incident.id().toString(), "service", incident.service(), "lesson", lesson)))
                .toList();
    }

    private List<Map<String, String>> cameBack(LocalDate first) {
        var from = begin(first);
        var to = begin(first.plusMonths(1));
        var all = new ArrayList<Map<String, String>>();
        recollections
                .repeated(from, to)
                .forEach((incident, earlier) ->
                        all.add(about(incident, earlier.id().toString())));
        recollections.reopened(from, to).forEach(incident -> all.add(about(incident, "")));
        return all;
    }

    private static Map<String, String> about(Incident incident, String before) {
        return Map.of(
                "number", incident.id().toString(),
                "service", incident.service(),
                "condition", incident.reportedAs().toString(),
                "summary", incident.summary(),
                "before", before);
    }

    private Map<String, Object> about(FollowUp followUp) {
        return Map.of(
                "action", followUp.action(),
                "owner", people.name(followUp.owner()),
                "due", followUp.due().toString(),
                "late", isLate(followUp),
                "number", followUp.incident().toString());
    }

    private boolean isLate(FollowUp followUp) {
        return followUp.due().isBefore(hours.today(clock.instant()));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(hours.zone()).toInstant();
    }

    /** How many are left out; empty for none. */
    private static String more(List<?> all) {
        return all.size() > MOST ? String.valueOf(all.size() - MOST) : "";
    }
}
