package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the conditions of services changed while their incidents ran, as people said or verified it. */
@Repository
public class ConditionChanges {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ConditionChanges(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Comes after the change itself, so that who hears of it finds it done.
     *
     * @param note {@code null} where there is none
     */
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
        events.publishEvent(News.conditionChanged(incident, was, became, note));
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
