package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is going to happen in incidents that are practised. */
@Repository
public class Injects {

    private final JdbcClient jdbc;
    private final Clock clock;

    Injects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The script is the incident's own from now on: what is still to come does not change with the file. */
    void plan(Incident incident, DrillScript script) {
        script.injects()
                .forEach(inject -> jdbc.sql("insert into inject (incident, at, text) values (:incident, :at, :text)")
                        .param("incident", incident.id().number())
                        .param("at", when(incident.reportedAt().plus(inject.after())))
                        .param("text", inject.text())
                        .update());
    }

    /** What happens next; empty when all has happened. */
    public Optional<Inject> next(IncidentId incident) {
        return jdbc.sql("""
                        select * from inject where incident = :incident and played_at is null
                        order by at, id limit 1""")
                .param("incident", incident.number())
                .query((row, index) -> new Inject(row.getLong("id"), at(row, "at"), row.getString("text")))
                .optional();
    }

    public void played(long id) {
        jdbc.sql("update inject set played_at = :at where id = :id")
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    /** @param at when it is to happen */
    public record Inject(long id, Instant at, String text) {}
}
