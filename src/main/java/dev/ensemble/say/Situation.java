package dev.ensemble.say;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How things stand, as forms show it: what was reported, and what happened last. Markdown; outside text is plain in it. */
@Component
public class Situation {

    private static final int LAST = 8;
    private static final int SHORT = 300;

    private final Incidents incidents;
    private final Timeline timeline;
    private final People people;
    private final ZoneId zone;

    Situation(Incidents incidents, Timeline timeline, People people, IncidentProperties house) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.people = people;
        this.zone = house.timeZone();
    }

    /** In short: the report and the last entries of the timeline. */
    public String of(IncidentId id) {
        return head(id) + lines(id, timeline.lately(id, LAST), SHORT);
    }

    /** The report and the whole timeline. */
    public String whole(IncidentId id) {
        return head(id) + lines(id, timeline.of(id), Timeline.LONGEST_TEXT);
    }

    private String head(IncidentId id) {
        var incident = incidents.get(id);
        return "%s**%s is %s.** %s (reported by %s)\n\n"
                .formatted(
                        incident.drill() ? "**This is a drill.** " : "",
                        Markdown.plain(incident.service()),
                        incident.condition(),
                        Markdown.plain(incident.summary()),
                        Markdown.plain(people.name(incident.reporter())));
    }

    private String lines(IncidentId id, List<TimelineEntry> entries, int longest) {
        return entries.stream().map(entry -> line(id, entry, longest)).collect(Collectors.joining("\n"));
    }

    private String line(IncidentId id, TimelineEntry entry, int longest) {
        var time = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH)
                .format(entry.at().atZone(zone));
        var who = entry.person() == null ? "" : ", " + Markdown.plain(people.name(entry.person()));
        var text = entry.text() == null ? "" : ": " + Markdown.plain(cut(entry.text(), longest));
        var from = entry.from() == null || entry.from().equals(id) ? "" : " (from %s)".formatted(entry.from());
        return "- %s %s%s%s%s".formatted(time, entry.label(), from, who, text);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }
}
