package dev.ensemble.alerts;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Insiders;
import dev.ensemble.incident.Rows;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.TriageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every alert that came, newest first. A row each, and no counter: so many can come at once without waiting for each other. */
@Repository
public class Alerts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Received received, String key) {
        var alert = received.alert();
        jdbc.sql("""
                        insert into alert (id, received_at, source, source_name, alert_key, status, name, summary, severity,
                            labels, started_at, link, raw, outcome, restricted, triage)
                        values (:id, :at, :source, :sourceName, :key, :status, :name, :summary, :severity,
                            :labels, :startedAt, :link, :raw, :outcome, :restricted, :triage)""")
                .param("id", received.id())
                .param("at", when(received.at()))
                .param("source", received.source())
                .param("sourceName", received.sourceName())
                .param("key", key)
                .param("status", alert.status().name())
                .param("name", alert.name())
                .param("summary", alert.summary())
                .param("severity", alert.severity())
                .param("labels", json(alert.labels()))
                .param("startedAt", when(alert.startedAt()))
                .param("link", alert.link())
                .param("raw", alert.raw())
                .param("outcome", received.outcome().toString())
                .param("restricted", received.restricted())
                .param(
                        "triage",
                        received.triage() == null ? null : received.triage().number())
                .update();
    }

    /** The one that came last for a triage. */
    public Optional<Received> last(TriageId triage) {
        return jdbc.sql("""
                        select alert.*, cast(null as varchar(20)) as state, cast(null as bigint) as incident from alert
                        where triage = :triage order by place desc limit 1""")
                .param("triage", triage.number())
                .query(Alerts::received)
                .optional();
    }

    /** How many came for a triage, repeats among them. */
    public int count(TriageId triage) {
        return jdbc.sql("select count(*) from alert where triage = :triage")
                .param("triage", triage.number())
                .query(Integer.class)
                .single();
    }

    /**
     * What came and what became of it, newest first.
     *
     * @param state of the triage, or {@code quiet} or {@code ignored}; {@code null} for all
     * @param circles of which restricted alerts and incidents they are among them; {@code null} for all
     * @param after where the page before ended, {@code null} for the first
     */
    public List<Received> find(String state, Collection<String> circles, Place after, int limit) {
        var sql = new StringBuilder("""
                select alert.*, triage.state, triage.incident from alert
                left join triage on triage.number = alert.triage
                left join incident on incident.number = triage.incident
                where 1 = 1""");
        if (circles != null) {
            sql.append(" and (incident.number is not null and (")
                    .append(circles.isEmpty() ? "" : "incident.circle in (:circles) or ")
                    .append("not incident.restricted) or incident.number is null and ")
                    .append(
                            circles.contains(Insiders.SECURITY)
                                    ? "1 = 1"
                                    : "not coalesce(triage.restricted, alert.restricted)")
                    .append(")");
        }
        if (state != null) {
            sql.append(" and coalesce(triage.state, alert.outcome) = :state");
        }
        if (after != null) {
            sql.append(" and (received_at < :at or received_at = :at and id < :id)");
        }
        return jdbc.sql(sql.append(" order by received_at desc, id desc limit :limit")
                        .toString())
                .param("circles", circles)
                .param("state", state)
                .param("at", after == null ? null : when(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(Alerts::received)
                .list();
    }

    private static Received received(ResultSet row, int index) throws SQLException {
        var triage = row.getObject("triage", Long.class);
        var state = row.getString("state");
        return new Received(
                row.getObject("id", UUID.class),
                at(row, "received_at"),
                row.getString("source"),
                row.getString("source_name"),
                new Alert(
                        row.getString("alert_key")
                                .substring(row.getString("source").length() + 1),
                        Status.valueOf(row.getString("status")),
                        row.getString("name"),
                        row.getString("summary"),
                        row.getString("severity"),
                        labels(row.getString("labels")),
                        at(row, "started_at"),
                        row.getString("link"),
                        row.getString("raw")),
                Outcome.of(row.getString("outcome")),
                row.getBoolean("restricted"),
                triage == null ? null : new TriageId(triage),
                state == null ? null : Triage.State.of(state),
                Rows.incident(row, "incident"));
    }

    private static String json(Map<String, String> labels) {
        try {
            return JSON.writeValueAsString(labels);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> labels(String json) {
        try {
            return JSON.readValue(json, LABELS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A place in the list, by which it goes on. */
    public record Place(Instant at, UUID id) {

        /** Empty when no place is spelled so. */
        public static Optional<Place> of(String text) {
            var parts = text.split("_", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Place(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }
}
