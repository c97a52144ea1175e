package dev.ensemble.events;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.events.Delivery.State;
import dev.ensemble.incident.Apart;
import dev.ensemble.incident.IncidentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other systems were told, or are to be told. */
@Repository
public class Deliveries {

    private static final int LONGEST_OUTCOME = 500;

    private final JdbcClient jdbc;
    private final Apart apart;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Apart apart, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
    }

    /** @param incident {@code null} where it is about none */
    Delivery add(Webhook webhook, IncidentId incident, String kind, String data) {
        var now = when(clock.instant());
        var row = new HashMap<String, Object>();
        row.put("webhook", webhook.id());
        row.put("mark", UUID.randomUUID());
        row.put("kind", kind);
        row.put("data", data);
        row.put("state", State.DUE.toString());
        row.put("happened_at", now);
        row.put("due_since", now);
        return find(incident == null ? apart.insert("delivery", row, "id") : apart.add("delivery", incident, row))
                .orElseThrow();
    }

    public Optional<Delivery> find(long id) {
        return jdbc.sql("select * from delivery where id = :id")
                .param("id", id)
                .query(Deliveries::delivery)
                .optional();
    }

    /**
     * At most {@code limit}, newest first.
     *
     * @param state {@code null} for any
     * @param before only those with a smaller id; {@code null} for all
     */
    public List<Delivery> of(UUID webhook, State state, Long before, int limit) {
        return jdbc.sql("""
                        select * from delivery
                        where webhook = :webhook and id < :before and state in (:states)
                        order by id desc limit :limit""")
                .param("webhook", webhook)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param(
                        "states",
                        state == null
                                ? List.of(State.values()).stream()
                                        .map(State::toString)
                                        .toList()
                                : List.of(state.toString()))
                .param("limit", limit)
                .query(Deliveries::delivery)
                .list();
    }

    /** The ids of those that did not arrive, and of which something still runs. */
    List<Long> open(UUID webhook) {
        return jdbc.sql("select id from delivery where webhook = :webhook and state in (:open) order by id")
                .param("webhook", webhook)
                .param("open", List.of(State.DUE.toString(), State.DEAD.toString()))
                .query(Long.class)
                .list();
    }

    /** It was tried, which stays so whatever becomes of the step that did. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void tried(long id, String outcome) {
        jdbc.sql("update delivery set tries = tries + 1, tried_at = :at, outcome = :outcome where id = :id")
                .param("at", when(clock.instant()))
                .param("outcome", cut(outcome))
                .param("id", id)
                .update();
    }

    void delivered(long id) {
        settle(id, State.DELIVERED);
    }

    void dead(long id, String why) {
        settle(id, State.DEAD);
        because(id, why);
    }

    /** It is not told any more, and what it says is not kept. */
    void dropped(long id, String why) {
        settle(id, State.DROPPED);
        because(id, why);
        jdbc.sql("update delivery set data = null where id = :id")
                .param("id", id)
                .update();
    }

    /** It is to be delivered, once more or at last. */
    void dueAgain(long id) {
        jdbc.sql("update delivery set state = :state, due_since = :at, settled_at = null where id = :id")
                .param("state", State.DUE.toString())
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    private void settle(long id, State state) {
        jdbc.sql("update delivery set state = :state, settled_at = :at where id = :id")
                .param("state", state.toString())
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    private void because(long id, String why) {
        jdbc.sql("update delivery set outcome = :why where id = :id")
                .param("why", cut(why))
                .param("id", id)
                .update();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_OUTCOME));
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        var incident = row.getObject("incident", Long.class);
        return new Delivery(
                row.getLong("id"),
                row.getObject("webhook", UUID.class),
                incident == null ? null : new IncidentId(incident),
                row.getObject("mark", UUID.class),
                row.getString("kind"),
                row.getString("data"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                at(row, "happened_at"),
                at(row, "due_since"),
                row.getInt("tries"),
                at(row, "tried_at"),
                at(row, "settled_at"),
                row.getString("outcome"));
    }
}
