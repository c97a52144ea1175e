package dev.ensemble.reflect;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.incident.WorkingHours;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The timeline as a meeting goes through it: each moment with its id and its words. */
@Component
class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final Timeline timeline;
    private final People people;
    private final WorkingHours hours;

    Moments(Timeline timeline, People people, WorkingHours hours) {
        this.timeline = timeline;
        this.people = people;
        this.hours = hours;
    }

    List<Map<String, Object>> of(IncidentId incident) {
        return timeline.of(incident).stream()
                .map(entry -> Map.<String, Object>of("id", entry.id(), "text", told(entry)))
                .toList();
    }

    private String told(TimelineEntry entry) {
        var who = entry.person() == null ? "" : ", " + people.name(entry.person());
        var text = entry.text() == null ? "" : ": " + entry.text();
        return "%s %s%s%s".formatted(TIME.format(entry.at().atZone(hours.zone())), entry.label(), who, text);
    }
}
