package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.TimelineEntry.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the timeline put right. What they said before is kept, and the record's own times follow. */
@Repository
public class Corrections {

    /** Tasks that people can have done before they said so; everything else takes effect as it is entered. */
    private static final Set<String> DONE_BEFORE = Set.of(
            "takeRole",
            "acceptRole",
            "investigate",
            "applyFix",
            "verifyFix",
            "doByHand",
            "holdMeeting",
            "acceptFollowUp",
            "doFollowUp",
            "verifyFollowUp");

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Milestones milestones;
    private final Clock clock;

    Corrections(JdbcClient jdbc, Incidents incidents, Milestones milestones, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.milestones = milestones;
        this.clock = clock;
    }

    /**
     * Somebody puts an entry right.
     *
     * @param person user id
     * @param at when it was, {@code null} to leave it
     * @param text what was found, {@code null} to leave it
     * @param first looks at the entry when its turn has come, and may throw
     * @return the entry as it is now
     * @throws UnknownEntry when the incident's timeline has none of this id
     * @throws Conflict when it is not for people to correct
     * @throws Refused when the time or the text cannot be taken
     */
    @Transactional
    public TimelineEntry correct(
            IncidentId incident, long entry, String person, Instant at, String text, Consumer<TimelineEntry> first) {
        incidents.takeTurn(incident);
        var kept = get(incident, entry);
        first.accept(kept.entry());
        if (at == null && text == null) {
            throw new Refused("at", "Give the time, the text, or both as they should be.");
        }
        check(incident, kept, text);
        var rightAt = at == null ? kept.entry().at() : at.truncatedTo(ChronoUnit.MILLIS);
        var rightText = text == null ? kept.entry().text() : Timeline.finding(text);
        if (rightAt.equals(kept.entry().at())
                && Objects.equals(rightText, kept.entry().text())) {
            return kept.entry();
        }
        if (!rightAt.equals(kept.entry().at())) {
            check(incidents.get(incident), kept.entry().kind(), rightAt);
            milestones.moved(incident, kept, rightAt);
        }
        keep(kept.entry(), person);
        jdbc.sql("update timeline_entry set at = :at, text = :text, unread = true where id = :id")
                .param("at", when(rightAt))
                .param("text", rightText)
                .param("id", entry)
                .update();
        return get(incident, entry).entry();
    }

    /** All of an incident's timeline, oldest first. */
    public List<Correction> of(IncidentId incident) {
        return jdbc.sql("""
                        select correction.* from timeline_correction correction
                        join timeline_entry entry on entry.id = correction.entry
                        where entry.incident = :incident or entry.came_from = :incident
                        order by correction.id""")
                .param("incident", incident.number())
                .query(Corrections::correction)
                .list();
    }

    /** @throws UnknownEntry when the incident's timeline has none of this id */
    public TimelineEntry entry(IncidentId incident, long entry) {
        return get(incident, entry).entry();
    }

    private Kept get(IncidentId incident, long entry) {
        return jdbc.sql(
                        "select * from timeline_entry where id = :id and (incident = :incident or came_from = :incident)")
                .param("id", entry)
                .param("incident", incident.number())
                .query((row, index) -> new Kept(
                        Timeline.entry(row, index),
                        new IncidentId(row.getLong("incident")),
                        row.getString("box"),
                        row.getString("about")))
                .optional()
                .orElseThrow(() -> new UnknownEntry(incident, entry));
    }

    private static void check(IncidentId incident, Kept kept, String text) {
        if (!kept.incident().equals(incident)) {
            throw new Conflict("%s is a part of %s now. Correct it there.".formatted(incident, kept.incident()));
        }
        if (kept.entry().kind() == Kind.FINDING) {
            return;
        }
        if (text != null) {
            throw new Conflict("What was done stays as it was entered. Add a finding that says what is right.");
        }
        if (kept.entry().person() == null) {
            throw new Conflict("The process wrote this down itself, by the clock.");
        }
        if (kept.entry().from() != null) {
            throw new Conflict(
                    "This happened in %s, which is over.".formatted(kept.entry().from()));
        }
        if (kept.entry().kind() != Kind.EVENT || !DONE_BEFORE.contains(kept.box())) {
            throw new Conflict("This took effect when it was entered, so its time stands. Add a finding.");
        }
    }

    private void check(Incident incident, Kind kind, Instant at) {
        if (at.isAfter(clock.instant().plus(Timeline.CLOCKS_MAY_DIFFER_BY))) {
            throw new Refused("at", "This lies ahead. Give the time at which it was.");
        }
        if (kind == Kind.EVENT && at.isBefore(incident.reportedAt())) {
            throw new Refused("at", "%s was reported only at %s.".formatted(incident.id(), incident.reportedAt()));
        }
        if (at.isBefore(incident.reportedAt().minus(Timeline.OLDEST))) {
            throw new Refused(
                    "at",
                    "This lies more than %d days before the report. Check the year."
                            .formatted(Timeline.OLDEST.toDays()));
        }
    }

    private void keep(TimelineEntry entry, String person) {
        jdbc.sql("""
                        insert into timeline_correction (entry, corrected_at, person, was_at, was_text)
                        values (:entry, :correctedAt, :person, :at, :text)""")
                .param("entry", entry.id())
                .param("correctedAt", when(clock.instant()))
                .param("person", person)
                .param("at", when(entry.at()))
                .param("text", entry.text())
                .update();
    }

    private static Correction correction(ResultSet row, int index) throws SQLException {
        return new Correction(
                row.getLong("entry"),
                at(row, "corrected_at"),
                row.getString("person"),
                at(row, "was_at"),
                row.getString("was_text"));
    }

    /**
     * An entry with what people do not see of it.
     *
     * @param incident whose it is now
     * @param box the task that was completed, {@code null} for a finding
     * @param about the role's key or the follow-up's id, {@code null} for the incident
     */
    record Kept(TimelineEntry entry, IncidentId incident, String box, String about) {}
}
