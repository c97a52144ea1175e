package dev.ensemble.alerts;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Triages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moments in which more triages were opened than anybody can read one by one. */
@Repository
class Storms {

    private final JdbcClient jdbc;
    private final Triages triages;
    private final AlertProperties settings;
    private final Clock clock;

    Storms(JdbcClient jdbc, Triages triages, AlertProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.triages = triages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Looks for one that nobody has been told of, and puts it down to be said.
     *
     * @return whether there is one
     */
    boolean see() {
        var now = clock.instant();
        var earliest = now.minus(settings.stormWithin());
        var since = last().filter(told -> told.isAfter(earliest)).orElse(earliest);
        if (triages.opened(since, now).size() < settings.stormFrom()) {
            return false;
        }
        jdbc.sql("insert into storm (seen_at, since, mark) values (:now, :since, :mark)")
                .param("now", when(now))
                .param("since", when(since))
                .param("mark", UUID.randomUUID())
                .update();
        return true;
    }

    /** Those still to be said, oldest first. */
    List<Storm> toSay() {
        return jdbc.sql("select * from storm where said_at is null order by id")
                .query(Storms::storm)
                .list();
    }

    /** Notes in a transaction of its own that it is about to be sent, so that after a crash we look for it first. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void trying(Storm storm) {
        jdbc.sql("update storm set first_tried_at = :at where id = :id and first_tried_at is null")
                .param("at", when(clock.instant()))
                .param("id", storm.id())
                .update();
    }

    void said(Storm storm) {
        jdbc.sql("update storm set said_at = :at where id = :id")
                .param("at", when(clock.instant()))
                .param("id", storm.id())
                .update();
    }

    private Optional<Instant> last() {
        return jdbc.sql("select * from storm order by id desc limit 1")
                .query(Storms::storm)
                .optional()
                .map(Storm::seenAt);
    }

    private static Storm storm(ResultSet row, int index) throws SQLException {
        return new Storm(
                row.getLong("id"),
                at(row, "since"),
                at(row, "seen_at"),
                row.getObject("mark", UUID.class),
                at(row, "first_tried_at"));
    }

    /**
     * Triages that were opened after one moment and not after another.
     *
     * @param firstTriedAt {@code null} until it was first sent
     */
    record Storm(long id, Instant since, Instant seenAt, UUID mark, Instant firstTriedAt) {}
}
