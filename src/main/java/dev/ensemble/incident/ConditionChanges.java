package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the conditions of services changed while their incidents ran, as people said or verified it. */
@Repository
public class ConditionChanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConditionChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param note {@code null} where there is none */
    public void add(IncidentId incident, String person, Condition was, Condition became, String note) {
        jdbc.sql("""
                        insert into condition_change (incident, at, person, was, became, note)
                        values (:incident, :at, :person, :was, :became, :note)""")
                .param("incident", incident.number())
                .param("at", when(clock.instant()))
                .param("person", person)
                .param("was", was.toString())
                .param("became", became.toString())
                .param("note", note)
                .update();
    }

    /** Oldest first. */
    public List<Change> of(IncidentId incident) {
        return jdbc.sql("select * from condition_change where incident = :incident order by id")
                .param("incident", incident.number())
                .query((row, index) -> new Change(
                        at(row, "at"),
                        row.getString("person"),
                        Condition.of(row.getString("was")),
                        Condition.of(row.getString("became")),
                        row.getString("note")))
                .list();
    }

    /**
     * @param person user id
     * @param note {@code null} where there is none
     */
    public record Change(Instant at, String person, Condition was, Condition became, String note) {}
}
