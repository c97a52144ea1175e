package dev.ensemble.events;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.News.Kind;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which other systems want to hear what happens, in the order in which they came. */
@Repository
public class Webhooks {

    private final JdbcClient jdbc;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param events {@code null} for everything */
    Webhook add(URI url, Set<Kind> events, boolean restricted, boolean drills, String secret, String creator) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into webhook (id, url, events, restricted, drills, secret, creator, created_at)
                        values (:id, :url, :events, :restricted, :drills, :secret, :creator, :at)""")
                .param("id", id)
                .param("url", url.toString())
                .param(
                        "events",
                        events == null
                                ? null
                                : events.stream().map(Kind::toString).sorted().collect(Collectors.joining(" ")))
                .param("restricted", restricted)
                .param("drills", drills)
                .param("secret", secret)
                .param("creator", creator)
                .param("at", when(clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    public Optional<Webhook> find(UUID id) {
        return jdbc.sql("select * from webhook where id = :id")
                .param("id", id)
                .query(Webhooks::webhook)
                .optional();
    }

    /** Nobody else changes it until our transaction ends. */
    Optional<Webhook> held(UUID id) {
        return jdbc.sql("select * from webhook where id = :id for update")
                .param("id", id)
                .query(Webhooks::webhook)
                .optional();
    }

    public List<Webhook> all() {
        return jdbc.sql("select * from webhook order by created_at, id")
                .query(Webhooks::webhook)
                .list();
    }

    /** With all that it was told. */
    void remove(UUID id) {
        jdbc.sql("delete from webhook where id = :id").param("id", id).update();
    }

    /** It wants no more. */
    void ended(UUID id) {
        jdbc.sql("update webhook set ended_at = :at where id = :id and ended_at is null")
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    /** A try failed, which counts whatever becomes of the step that tried. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(UUID id, Instant restsUntil) {
        jdbc.sql("update webhook set failures = failures + 1, rests_until = :until where id = :id")
                .param("until", when(restsUntil))
                .param("id", id)
                .update();
    }

    /** Nothing stands against the next try. */
    void well(UUID id) {
        jdbc.sql("update webhook set failures = 0, rests_until = null where id = :id and failures > 0")
                .param("id", id)
                .update();
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        var events = row.getString("events");
        return new Webhook(
                row.getObject("id", UUID.class),
                URI.create(row.getString("url")),
                events == null
                        ? null
                        : Stream.of(events.split(" "))
                                .flatMap(type -> Kind.of(type).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("restricted"),
                row.getBoolean("drills"),
                row.getString("secret"),
                row.getString("creator"),
                at(row, "created_at"),
                at(row, "ended_at"),
                row.getInt("failures"),
                at(row, "rests_until"));
    }
}
