package dev.ensemble.say;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How things stand, as forms show it: what was reported, and what happened last. Markdown; outside text is plain in it. */
@Component
public class Situation {

    private static final int LAST = 8;
    private static final int SHORT = 300;
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final Incidents incidents;
    private final Timeline timeline;
    private final People people;
    private final Words words;
    private final ZoneId zone;

    Situation(Incidents incidents, Timeline timeline, People people, Words words, IncidentProperties house) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.people = people;
        this.words = words;
        this.zone = house.timeZone();
    }

    /** In short: the report and the last entries of the timeline. */
    public String of(IncidentId id) {
        var incident = incidents.get(id);
        return words.markdown(
                "situation",
                Map.of(
                        "drill", incident.drill(),
                        "service", incident.service(),
                        "condition", incident.condition(),
                        "summary", incident.summary(),
                        "reporter", people.name(incident.reporter()),
                        "entries",
                                timeline.lately(id, LAST).stream()
                                        .map(entry -> line(id, entry))
                                        .toList()));
    }

    /** What there is not of an entry is empty. */
    private Map<String, String> line(IncidentId id, TimelineEntry entry) {
        return Map.of(
                "at", READABLE.format(entry.at().atZone(zone)),
                "label", entry.label(),
                "from",
                        entry.from() == null || entry.from().equals(id)
                                ? ""
                                : entry.from().toString(),
                "person", entry.person() == null ? "" : people.name(entry.person()),
                "text", entry.text() == null ? "" : cut(entry.text()));
    }

    private static String cut(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT - 1).strip() + "…";
    }
}
