package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.TimelineEntry.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, oldest first. */
@Repository
public class Timeline {

    /** The longest finding, in characters. */
    public static final int LONGEST_TEXT = 4000;

    private static final Duration OLDEST = Duration.ofDays(365);
    private static final Duration CLOCKS_MAY_DIFFER_BY = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Apart apart;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Timeline(JdbcClient jdbc, Apart apart, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Something that a diagram shows happened just now.
     *
     * @param box its id in the diagram
     * @param person user id, {@code null} where nobody did it
     */
    public void happened(IncidentId incident, String box, String label, String person, String text) {
        write(incident, clock.instant(), Kind.EVENT, box, label, person, text);
    }

    /** Somebody left a step out. */
    public void skipped(IncidentId incident, String box, String label, String person) {
        write(incident, clock.instant(), Kind.SKIPPED, box, label, person, "Skipped");
    }

    /** What happened last at this box of the incident's own diagram. */
    public Optional<TimelineEntry> latest(IncidentId incident, String box) {
        return jdbc.sql(
                        "select * from timeline_entry where incident = :incident and box = :box and came_from is null order by id desc limit 1")
                .param("incident", incident.number())
                .param("box", box)
                .query(Timeline::entry)
                .optional();
    }

    /**
     * Somebody learned something.
     *
     * @param at when they saw it; now when {@code null}
     * @throws Refused when the text is empty or too long, or the time lies ahead or more than a year back
     */
    public TimelineEntry found(IncidentId incident, String person, String text, Instant at) {
        var finding = Entered.text(text);
        if (finding.isEmpty()) {
            throw new Refused("text", "Say what was found.");
        }
        if (finding.length() > LONGEST_TEXT) {
            throw new Refused("text", "Keep it to %d characters.".formatted(LONGEST_TEXT));
        }
        var now = clock.instant();
        if (at != null && at.isAfter(now.plus(CLOCKS_MAY_DIFFER_BY))) {
            throw new Refused("at", "A finding cannot lie ahead. Give the time at which it was seen, or leave it out.");
        }
        if (at != null && at.isBefore(now.minus(OLDEST))) {
            throw new Refused("at", "This lies more than %d days back. Check the year.".formatted(OLDEST.toDays()));
        }
        var entry = write(incident, at == null ? now : at, Kind.FINDING, null, "Finding", person, finding);
        events.publishEvent(new Found(incident));
        return entry;
    }

    /** Also what came from incidents that were merged into it, and what it gave to the one it was merged into. */
    public List<TimelineEntry> of(IncidentId incident) {
        return jdbc.sql(
                        "select * from timeline_entry where incident = :incident or came_from = :incident order by at, id")
                .param("incident", incident.number())
                .query(Timeline::entry)
                .list();
    }

    /** The last so many of them, oldest first; without who came and went, which would soon be all. */
    public List<TimelineEntry> lately(IncidentId incident, int most) {
        var entries = new ArrayList<>(jdbc.sql("""
                        select * from timeline_entry where (incident = :incident or came_from = :incident)
                        and (box is null or box not in ('joinEnsemble', 'leaveEnsemble'))
                        order by at desc, id desc limit :most""")
                .param("incident", incident.number())
                .param("most", most)
                .query(Timeline::entry)
                .list());
        Collections.reverse(entries);
        return entries;
    }

    /** What an incident's timeline has so far belongs to another's from now on, and says where it came from. */
    void move(IncidentId from, IncidentId to) {
        jdbc.sql(
                        "update timeline_entry set incident = :to, came_from = coalesce(came_from, :from) where incident = :from")
                .param("to", to.number())
                .param("from", from.number())
                .update();
    }

    private TimelineEntry write(
            IncidentId incident, Instant at, Kind kind, String box, String label, String person, String text) {
        var row = new HashMap<String, Object>();
        row.put("at", when(at));
        row.put("kind", kind.toString());
        row.put("box", box);
        row.put("label", label);
        row.put("person", person);
        row.put("text", text);
        return new TimelineEntry(apart.add("timeline_entry", incident, row), at, kind, label, person, text, null);
    }

    private static TimelineEntry entry(ResultSet row, int index) throws SQLException {
        return new TimelineEntry(
                row.getLong("id"),
                at(row, "at"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("label"),
                row.getString("person"),
                row.getString("text"),
                Rows.incident(row, "came_from"));
    }
}
