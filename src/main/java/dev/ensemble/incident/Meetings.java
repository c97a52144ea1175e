package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the post-incident meetings are. */
@Repository
public class Meetings {

    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets or moves the incident's meeting. */
    public void schedule(IncidentId incident, Instant at, int minutes) {
        var moved = jdbc.sql("update meeting set at = :at, minutes = :minutes where incident = :incident")
                .param("at", when(at))
                .param("minutes", minutes)
                .param("incident", incident.number())
                .update();
        if (moved == 0) {
            jdbc.sql("insert into meeting (incident, at, minutes) values (:incident, :at, :minutes)")
                    .param("incident", incident.number())
                    .param("at", when(at))
                    .param("minutes", minutes)
                    .update();
        }
    }

    public void held(IncidentId incident, Instant at) {
        jdbc.sql("update meeting set held_at = :at where incident = :incident")
                .param("at", when(at))
                .param("incident", incident.number())
                .update();
    }

    public Optional<Meeting> of(IncidentId incident) {
        return jdbc.sql("select * from meeting where incident = :incident")
                .param("incident", incident.number())
                .query((row, index) -> new Meeting(at(row, "at"), row.getInt("minutes"), at(row, "held_at")))
                .optional();
    }

    /**
     * @param minutes how long it is meant to be
     * @param heldAt {@code null} until it was held
     */
    public record Meeting(Instant at, int minutes, Instant heldAt) {}
}
