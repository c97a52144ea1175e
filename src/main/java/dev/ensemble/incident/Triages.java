package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Triage.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What became of alerts. For each key one is held at a time, and the database sees to it: while it is open, and while the
 * response to the incident that came of it goes on.
 */
@Repository
public class Triages {

    private final JdbcClient jdbc;
    private final Apart apart;
    private final Incidents incidents;
    private final Clock clock;

    Triages(JdbcClient jdbc, Apart apart, Incidents incidents, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** The one that repeats of a key belong to. */
    public Optional<Triage> held(String key) {
        return jdbc.sql("select * from triage where alert_key = :key and held")
                .param("key", key)
                .query(Triages::triage)
                .optional();
    }

    /** @throws OptimisticLockingFailureException when somebody else has opened one for the key at this very moment */
    public Triage open(Triage.First first) {
        var row = new HashMap<String, Object>();
        row.put("alert_key", first.key());
        row.put("held", true);
        row.put("source", first.source());
        row.put("source_name", first.sourceName());
        row.put("name", first.name());
        row.put("summary", first.summary());
        row.put("service", first.service());
        row.put("condition", first.condition().toString());
        row.put("restricted", first.isRestricted());
        row.put("opened_at", when(clock.instant()));
        row.put("ask_again_after", first.askAgainAfter());
        row.put("ask_at_most", first.askAtMost());
        row.put("state", State.OPEN.toString());
        row.put("mark", UUID.randomUUID());
        if (first.isRestricted()) {
            row.put("number", apart.nextRow());
        }
        try {
            return get(new TriageId(apart.insert("triage", row, "number")));
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("The same alert has been taken at this very moment.", e);
        }
    }

    /** Its process has begun. */
    public void begun(TriageId id, String instance) {
        jdbc.sql("update triage set instance = :instance where number = :number")
                .param("instance", instance)
                .param("number", id.number())
                .update();
    }

    public Triage get(TriageId id) {
        return jdbc.sql("select * from triage where number = :number")
                .param("number", id.number())
                .query(Triages::triage)
                .single();
    }

    /** Those whose alerts an incident is about, by the time they were opened. */
    public List<Triage> of(IncidentId incident) {
        return jdbc.sql("select * from triage where incident = :incident order by opened_at, number")
                .param("incident", incident.number())
                .query(Triages::triage)
                .list();
    }

    /** Those for everybody that were opened in that time, oldest first. */
    public List<Triage> opened(Instant after, Instant until) {
        return jdbc.sql("""
                        select * from triage where not restricted and opened_at > :after and opened_at <= :until
                        order by opened_at, number""")
                .param("after", when(after))
                .param("until", when(until))
                .query(Triages::triage)
                .list();
    }

    /** Whoever decides takes the row first, so that one goes after the other. */
    public void takeTurn(String instance) {
        jdbc.sql("select number from triage where instance = :instance for update")
                .param("instance", instance)
                .query(Long.class)
                .optional();
    }

    /** It was nothing that anybody has to respond to. */
    public void dismissed(TriageId id, String person, String reason) {
        decided(
                id,
                person,
                "state = :state, reason = :reason, held = null",
                Map.of("state", State.DISMISSED.toString(), "reason", reason));
    }

    /** Somebody says what is wrong, so that it can be declared. */
    public void toBeDeclared(TriageId id, String person, String service, Condition condition, String summary) {
        decided(
                id,
                person,
                "service = :service, condition = :condition, summary = :summary",
                Map.of("service", service, "condition", condition.toString(), "summary", summary));
    }

    /** Somebody says which incident it is a part of. */
    public void toBeJoined(TriageId id, String person, IncidentId incident) {
        decided(id, person, "incident = :incident", Map.of("incident", incident.number()));
    }

    private void decided(TriageId id, String person, String what, Map<String, ?> said) {
        jdbc.sql("update triage set decided_by = :person, decided_at = :at, %s where number = :number".formatted(what))
                .params(said)
                .param("person", person)
                .param("at", when(clock.instant()))
                .param("number", id.number())
                .update();
    }

    /** An incident came of it, or it belongs to one; repeats go there until the response is over. */
    public void belongsTo(TriageId id, State state, IncidentId incident) {
        jdbc.sql("""
                        update triage
                        set state = :state, incident = :incident, decided_at = coalesce(decided_at, :at)
                        where number = :number""")
                .param("state", state.toString())
                .param("incident", incident.number())
                .param("at", when(clock.instant()))
                .param("number", id.number())
                .update();
    }

    /** The response is over: what fires from now on is to be looked at anew. What was merged goes where its incident went. */
    @EventListener
    void incidentMoved(IncidentMoved moved) {
        var incident = incidents.get(moved.incident());
        if (incident.mergedInto() != null) {
            jdbc.sql("update triage set incident = :into where incident = :incident and held")
                    .param("into", incident.mergedInto().number())
                    .param("incident", incident.id().number())
                    .update();
            incidentMoved(new IncidentMoved(incident.mergedInto()));
        } else if (incident.stage().compareTo(Stage.FOLLOW_UP) >= 0) {
            jdbc.sql("update triage set held = null where incident = :incident and held")
                    .param("incident", incident.id().number())
                    .update();
        }
    }

    private static Triage triage(ResultSet row, int index) throws SQLException {
        return new Triage(
                new TriageId(row.getLong("number")),
                row.getString("alert_key"),
                row.getString("source"),
                row.getString("source_name"),
                row.getString("name"),
                row.getString("summary"),
                row.getString("service"),
                Condition.of(row.getString("condition")),
                row.getBoolean("restricted"),
                at(row, "opened_at"),
                row.getString("ask_again_after"),
                row.getInt("ask_at_most"),
                row.getInt("asked_again"),
                State.of(row.getString("state")),
                row.getString("decided_by"),
                at(row, "decided_at"),
                row.getString("reason"),
                Rows.incident(row, "incident"),
                row.getObject("mark", UUID.class),
                at(row, "first_tried_at"),
                at(row, "said_at"),
                row.getString("stamp"));
    }
}
