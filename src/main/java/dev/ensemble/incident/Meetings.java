package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the post-incident meetings are, and who comes besides those who took part. */
@Repository
public class Meetings {

    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Meetings(Incidents incidents, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Sets or moves the incident's meeting.
     *
     * @param inWriting whether people write until then instead of coming together
     */
    public void schedule(IncidentId incident, Instant at, int minutes, boolean inWriting) {
        var moved = jdbc.sql("""
                        update meeting
                        set at = :at, minutes = :minutes, in_writing = :inWriting, called_off = false,
                            sequence = sequence + 1, changed_at = :now
                        where incident = :incident""")
                .param("at", when(at))
                .param("minutes", minutes)
                .param("inWriting", inWriting)
                .param("now", when(clock.instant()))
                .param("incident", incident.number())
                .update();
        if (moved == 0) {
            jdbc.sql("""
                            insert into meeting (incident, at, minutes, in_writing, sequence, changed_at)
                            values (:incident, :at, :minutes, :inWriting, 0, :now)""")
                    .param("incident", incident.number())
                    .param("at", when(at))
                    .param("minutes", minutes)
                    .param("inWriting", inWriting)
                    .param("now", when(clock.instant()))
                    .update();
        }
    }

    public void held(IncidentId incident, Instant at) {
        jdbc.sql("update meeting set held_at = :at where incident = :incident")
                .param("at", when(at))
                .param("incident", incident.number())
                .update();
        events.publishEvent(News.held(of(incident).orElseThrow()));
    }

    /** It broke again: there is nothing to look back on yet. */
    public void calledOff(IncidentId incident) {
        jdbc.sql("""
                        update meeting set called_off = true, sequence = sequence + 1, changed_at = :now, held_at = null
                        where incident = :incident""")
                .param("now", when(clock.instant()))
                .param("incident", incident.number())
                .update();
    }

    public Optional<Meeting> of(IncidentId incident) {
        return jdbc.sql("select * from meeting where incident = :incident")
                .param("incident", incident.number())
                .query(Meetings::meeting)
                .optional();
    }

    /** Those that end after one moment and begin before another, and are not called off; by their time. */
    public List<Meeting> between(Instant from, Instant to) {
        return jdbc
                .sql("""
                        select * from meeting
                        where at > :earliest and at < :to and not called_off
                        order by at, incident""")
                .param("earliest", when(from.minus(Meeting.LONGEST)))
                .param("to", when(to))
                .query(Meetings::meeting)
                .list()
                .stream()
                .filter(meeting -> meeting.end().isAfter(from))
                .toList();
    }

    /** @return {@code false} where they were on the list already */
    public boolean invite(IncidentId incident, String person) {
        incidents.takeTurn(incident);
        if (guests(incident).contains(person)) {
            return false;
        }
        jdbc.sql("insert into meeting_guest (incident, person) values (:incident, :person)")
                .param("incident", incident.number())
                .param("person", person)
                .update();
        return true;
    }

    /** Those whose calendars were told, with the change of the meeting that they were told last. */
    public Map<String, Integer> invited(IncidentId incident) {
        var invited = new TreeMap<String, Integer>();
        jdbc.sql("select person, sequence from meeting_invitation where incident = :incident")
                .param("incident", incident.number())
                .query(row -> {
                    invited.put(row.getString("person"), row.getInt("sequence"));
                });
        return invited;
    }

    /** Somebody's calendar is told of the meeting as it is now. */
    public void told(Meeting meeting, String person) {
        jdbc.sql("delete from meeting_invitation where incident = :incident and person = :person")
                .param("incident", meeting.incident().number())
                .param("person", person)
                .update();
        jdbc.sql("insert into meeting_invitation (incident, person, sequence) values (:incident, :person, :sequence)")
                .param("incident", meeting.incident().number())
                .param("person", person)
                .param("sequence", meeting.sequence())
                .update();
    }

    /** User ids of those who come without having taken part, by name. */
    public List<String> guests(IncidentId incident) {
        return jdbc.sql("select person from meeting_guest where incident = :incident order by person")
                .param("incident", incident.number())
                .query(String.class)
                .list();
    }

    private static Meeting meeting(ResultSet row, int index) throws SQLException {
        return new Meeting(
                new IncidentId(row.getLong("incident")),
                at(row, "at"),
                row.getInt("minutes"),
                row.getBoolean("in_writing"),
                row.getInt("sequence"),
                at(row, "changed_at"),
                row.getBoolean("called_off"),
                at(row, "held_at"));
    }
}
