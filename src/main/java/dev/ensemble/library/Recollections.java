package dev.ensemble.library;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Rows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a stretch of time brought. Never drills, and never what is kept to a few. */
@Repository
class Recollections {

    private static final String VISIBLE = "not incident.drill and not incident.restricted";

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final FollowUps followUps;

    Recollections(JdbcClient jdbc, Incidents incidents, FollowUps followUps) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.followUps = followUps;
    }

    /** Incidents reported then, closed since, that taught something; the newest first. */
    List<Incident> taught(Instant from, Instant to) {
        return incidents("""
                select incident.number from incident
                where incident.reported_at >= :from and incident.reported_at < :to and incident.stage = 'closed'
                and exists (select 1 from learned where learned.incident = incident.number and learned.kind = 'lesson') and %s
                order by incident.reported_at desc""", from, to);
    }

    /** Incidents whose meeting was held then, or that were retracted then; the oldest first. */
    List<Incident> understood(Instant from, Instant to) {
        return incidents("""
                select incident.number from incident
                left join meeting on meeting.incident = incident.number
                where (meeting.held_at >= :from and meeting.held_at < :to
                    or incident.stage = 'retracted' and incident.closed_at >= :from and incident.closed_at < :to)
                and exists (select 1 from learned where learned.incident = incident.number and learned.kind = 'lesson') and %s
                order by incident.number""", from, to);
    }

    /** Incidents that were restored and broke again then. */
    List<Incident> reopened(Instant from, Instant to) {
        return incidents("""
                select distinct incident.number from incident
                join condition_change change on change.incident = incident.number
                where change.was = 'restored' and change.at >= :from and change.at < :to and %s
                order by incident.number""", from, to);
    }

    /** Incidents reported then that people confirmed to be a repeat; the latest that each repeats beside it. */
    Map<Incident, Incident> repeated(Instant from, Instant to) {
        var pairs = new LinkedHashMap<Incident, Incident>();
        jdbc.sql("""
                        select incident.number as number, earlier.number as earlier from incident
                        join recurrence on recurrence.incident = incident.number and recurrence.state = 'confirmed'
                        join incident earlier on earlier.number = recurrence.earlier and not earlier.restricted
                            and earlier.stage not in ('retracted', 'merged')
                        where incident.reported_at >= :from and incident.reported_at < :to
                        and incident.stage not in ('retracted', 'merged') and %s
                        order by incident.number, earlier.reported_at, earlier.number""".formatted(VISIBLE))
                .param("from", Rows.when(from))
                .param("to", Rows.when(to))
                .query(row -> {
                    pairs.put(get(row.getLong("number")), get(row.getLong("earlier")));
                });
        return pairs;
    }

    /** Follow-ups that wait for somebody, the one due first before the others. */
    List<FollowUp> open() {
        return jdbc.sql("""
                        select follow_up.id from follow_up join incident on incident.number = follow_up.incident
                        where follow_up.ended_at is null and follow_up.state in ('agreed', 'accepted', 'done') and %s
                        order by follow_up.due, follow_up.id""".formatted(VISIBLE)).query(Long.class).list().stream()
                .map(followUps::get)
                .toList();
    }

    private List<Incident> incidents(String sql, Instant from, Instant to) {
        return jdbc
                .sql(sql.formatted(VISIBLE))
                .param("from", Rows.when(from))
                .param("to", Rows.when(to))
                .query(Long.class)
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    private Incident get(long number) {
        return incidents.get(new IncidentId(number));
    }
}
