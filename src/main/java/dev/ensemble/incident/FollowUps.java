package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.FollowUp.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was promised, and what became of it. */
@Repository
public class FollowUps {

    private final JdbcClient jdbc;
    private final Apart apart;
    private final Clock clock;

    FollowUps(JdbcClient jdbc, Apart apart, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
    }

    public void agree(IncidentId incident, String action, String owner, LocalDate due, String doneWhen) {
        apart.add(
                "follow_up",
                incident,
                Map.of(
                        "action", action,
                        "owner", owner,
                        "due", due,
                        "done_when", doneWhen,
                        "state", State.AGREED.toString()));
    }

    /** @throws IllegalArgumentException when there is none of this id */
    public FollowUp get(long id) {
        return jdbc.sql("select * from follow_up where id = :id")
                .param("id", id)
                .query(FollowUps::followUp)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no follow-up " + id));
    }

    /** In the order they were agreed on. */
    public List<FollowUp> of(IncidentId incident) {
        return jdbc.sql("select * from follow_up where incident = :incident order by id")
                .param("incident", incident.number())
                .query(FollowUps::followUp)
                .list();
    }

    /** Those of the service's other incidents, but drills and restricted ones; the newest first. */
    public List<FollowUp> ofService(Incident incident, int limit) {
        return jdbc.sql("""
                        select follow_up.* from follow_up join incident on incident.number = follow_up.incident
                        where incident.service = :service and incident.number <> :number
                        and not incident.drill and not incident.restricted
                        order by incident.number desc, follow_up.id limit :limit""")
                .param("service", incident.service())
                .param("number", incident.id().number())
                .param("limit", limit)
                .query(FollowUps::followUp)
                .list();
    }

    public void accepted(long id) {
        to(id, State.ACCEPTED);
    }

    /** The owner shows what was done; a second person has still to look. */
    public void done(long id, String evidence) {
        jdbc.sql("update follow_up set state = :state, evidence = :evidence where id = :id")
                .param("state", State.DONE.toString())
                .param("evidence", evidence)
                .param("id", id)
                .update();
    }

    /** Sent back: what was shown does not do what was promised yet. */
    public void sentBack(long id) {
        to(id, State.ACCEPTED);
    }

    public void verified(long id, String by) {
        jdbc.sql("update follow_up set state = :state, verified_by = :by, verified_at = :at where id = :id")
                .param("state", State.VERIFIED.toString())
                .param("by", by)
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Watched long enough. */
    public void ended(long id) {
        jdbc.sql("update follow_up set state = :state, ended_at = :at where id = :id")
                .param("state", State.ENDED.toString())
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    /** The owner does not take it on. */
    public void declined(long id, String reason) {
        without(id, State.DECLINED, reason);
    }

    /** "We choose not to, because …": a legal end after it was taken on. */
    public void letGo(long id, String reason) {
        without(id, State.LET_GO, reason);
    }

    /** It broke again: what has not ended is asked anew when the incident comes to follow-ups again. */
    public void putOff(IncidentId incident) {
        jdbc.sql("update follow_up set state = :state where incident = :incident and ended_at is null")
                .param("state", State.AGREED.toString())
                .param("incident", incident.number())
                .update();
    }

    private void without(long id, State state, String reason) {
        jdbc.sql("update follow_up set state = :state, reason = :reason, ended_at = :at where id = :id")
                .param("state", state.toString())
                .param("reason", reason)
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    private void to(long id, State state) {
        jdbc.sql("update follow_up set state = :state where id = :id")
                .param("state", state.toString())
                .param("id", id)
                .update();
    }

    private static FollowUp followUp(ResultSet row, int index) throws SQLException {
        return new FollowUp(
                row.getLong("id"),
                new IncidentId(row.getLong("incident")),
                row.getString("action"),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                row.getString("done_when"),
                State.of(row.getString("state")),
                row.getString("evidence"),
                row.getString("verified_by"),
                at(row, "verified_at"),
                row.getString("reason"),
                at(row, "ended_at"));
    }
}
