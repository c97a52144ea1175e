package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.FollowUp.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was promised, and what became of it. Whoever did something is a user id. */
@Repository
public class FollowUps {

    private final JdbcClient jdbc;
    private final Apart apart;
    private final FollowUpHistory history;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FollowUps(JdbcClient jdbc, Apart apart, FollowUpHistory history, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.history = history;
        this.clock = clock;
        this.events = events;
    }

    public void agree(IncidentId incident, Agreed agreed, String by) {
        var row = new HashMap<String, Object>();
        row.put("action", agreed.action());
        row.put("owner", agreed.owner());
        row.put("due", agreed.due());
        row.put("done_when", agreed.doneWhen());
        row.put("kind", agreed.kind() == null ? null : agreed.kind().toString());
        row.put("task", agreed.task());
        row.put("ticket", agreed.ticket());
        row.put("learning_friendly", agreed.learningFriendly());
        row.put("state", State.AGREED.toString());
        history.turned(apart.add("follow_up", incident, row), by, null);
    }

    /** @throws UnknownFollowUp when there is none of this id */
    public FollowUp get(long id) {
        return jdbc.sql("select * from follow_up where id = :id")
                .param("id", id)
                .query(FollowUps::followUp)
                .optional()
                .orElseThrow(() -> new UnknownFollowUp(id));
    }

    /** In the order they were agreed on. */
    public List<FollowUp> of(IncidentId incident) {
        return jdbc.sql("select * from follow_up where incident = :incident order by id")
                .param("incident", incident.number())
                .query(FollowUps::followUp)
                .list();
    }

    /** Those of several incidents; nothing is there for one that has none. */
    public Map<IncidentId, List<FollowUp>> of(Collection<IncidentId> incidents) {
        if (incidents.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from follow_up where incident in (:incidents) order by id")
                .param("incidents", incidents.stream().map(IncidentId::number).toList())
                .query(FollowUps::followUp)
                .list()
                .stream()
                .collect(Collectors.groupingBy(FollowUp::incident));
    }

    /** At most {@code limit} that fit the search, the first due first; none of drills and restricted incidents. */
    public List<FollowUp> find(FollowUpSearch search, int limit) {
        return jdbc.sql(search.sql())
                .params(search.asked())
                .param("limit", limit)
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

    public void accepted(long id, String by) {
        to(id, State.ACCEPTED, by, null);
    }

    /** Another owner is asked. */
    public void handedOn(long id, String to, String by, String reason) {
        jdbc.sql("update follow_up set owner = :owner where id = :id")
                .param("owner", to)
                .param("id", id)
                .update();
        to(id, State.AGREED, by, reason);
        events.publishEvent(new IncidentMoved(get(id).incident()));
    }

    /** The owner shows what was done; a second person has still to look. */
    public void done(long id, String by, String evidence) {
        jdbc.sql("update follow_up set evidence = :evidence where id = :id")
                .param("evidence", evidence)
                .param("id", id)
                .update();
        to(id, State.DONE, by, evidence);
    }

    /** Sent back: what was shown does not do what was promised yet. */
    public void sentBack(long id, String by, String missing) {
        to(id, State.ACCEPTED, by, missing);
    }

    public void verified(long id, String by, String lookedAt) {
        jdbc.sql("update follow_up set verified_by = :by, verified_at = :at where id = :id")
                .param("by", by)
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
        to(id, State.VERIFIED, by, lookedAt);
        events.publishEvent(News.verified(get(id)));
    }

    /** Watched long enough. */
    public void ended(long id) {
        end(id, State.ENDED, null, null);
    }

    /** It was verified, and yet the service failed the same way again. */
    public void didNotHold(long id, IncidentId because, String by) {
        jdbc.sql("update follow_up set did_not_hold_in = :because where id = :id")
                .param("because", because.number())
                .param("id", id)
                .update();
        end(id, State.DID_NOT_HOLD, by, null);
        events.publishEvent(News.didNotHold(get(id)));
    }

    /** The owner does not take it on. */
    public void declined(long id, String by, String reason) {
        without(id, State.DECLINED, by, reason);
    }

    /** "We choose not to, because …": a legal end after it was taken on. */
    public void letGo(long id, String by, String reason) {
        without(id, State.LET_GO, by, reason);
    }

    /** It is due on another day. */
    public void moved(long id, LocalDate due, String by, String reason) {
        history.moved(id, due, by, reason);
        jdbc.sql("update follow_up set due = :due where id = :id")
                .param("due", due)
                .param("id", id)
                .update();
    }

    /** @param ticket {@code null} for none */
    public void noted(long id, String ticket, boolean learningFriendly) {
        jdbc.sql("update follow_up set ticket = :ticket, learning_friendly = :learningFriendly where id = :id")
                .param("ticket", ticket)
                .param("learningFriendly", learningFriendly)
                .param("id", id)
                .update();
    }

    /** It broke again: what has not ended is asked anew when the incident comes to follow-ups again. */
    public void putOff(IncidentId incident, String by) {
        of(incident).stream()
                .filter(followUp -> followUp.endedAt() == null)
                .forEach(followUp -> to(followUp.id(), State.AGREED, by, null));
    }

    private void without(long id, State state, String by, String reason) {
        jdbc.sql("update follow_up set reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
        end(id, state, by, reason);
    }

    private void end(long id, State state, String by, String note) {
        jdbc.sql("update follow_up set ended_at = :at where id = :id and ended_at is null")
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
        to(id, state, by, note);
    }

    private void to(long id, State state, String by, String note) {
        jdbc.sql("update follow_up set state = :state where id = :id")
                .param("state", state.toString())
                .param("id", id)
                .update();
        history.turned(id, by, note);
    }

    private static FollowUp followUp(ResultSet row, int index) throws SQLException {
        return new FollowUp(
                row.getLong("id"),
                new IncidentId(row.getLong("incident")),
                row.getString("action"),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                row.getString("done_when"),
                Kind.named(row.getString("kind")).orElse(null),
                row.getString("task"),
                row.getString("ticket"),
                row.getBoolean("learning_friendly"),
                State.of(row.getString("state")),
                row.getString("evidence"),
                row.getString("verified_by"),
                at(row, "verified_at"),
                row.getString("reason"),
                at(row, "ended_at"),
                Rows.incident(row, "did_not_hold_in"));
    }
}
