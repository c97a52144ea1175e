package dev.ensemble.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is said that belongs to no incident: of each kind one a day, whatever happens. */
@Repository
public class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean has(String kind, LocalDate day) {
        return jdbc.sql("select count(*) from notice where kind = :kind and for_day = :day")
                        .param("kind", kind)
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void add(String kind, LocalDate day) {
        add(kind, day, "due", null);
    }

    /** Nothing is to be said for this day. */
    public void leaveOut(String kind, LocalDate day) {
        add(kind, day, "not-needed", clock.instant());
    }

    private void add(String kind, LocalDate day, String state, Instant settledAt) {
        jdbc.sql("""
                        insert into notice (kind, for_day, mark, state, reserved_at, settled_at)
                        values (:kind, :day, :mark, :state, :at, :settledAt)""")
                .param("kind", kind)
                .param("day", day)
                .param("mark", UUID.randomUUID())
                .param("state", state)
                .param("at", Rows.when(clock.instant()))
                .param("settledAt", Rows.when(settledAt))
                .update();
    }

    /** The oldest of the kind that was neither said nor given up. */
    public Optional<Notice> next(String kind) {
        return jdbc.sql("select * from notice where kind = :kind and settled_at is null order by for_day limit 1")
                .param("kind", kind)
                .query(Notices::notice)
                .optional();
    }

    /** Notes in a transaction of its own that it is about to be sent, so that after a crash we look for it first. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void trying(Notice notice) {
        jdbc.sql("update notice set first_tried_at = :at where id = :id and first_tried_at is null")
                .param("at", Rows.when(clock.instant()))
                .param("id", notice.id())
                .update();
    }

    public void said(Notice notice, String text, String channel, String stamp) {
        jdbc.sql("""
                        update notice
                        set state = 'said', text = :text, channel = :channel, stamp = :stamp, settled_at = :at
                        where id = :id""")
                .param("text", text)
                .param("channel", channel)
                .param("stamp", stamp)
                .param("at", Rows.when(clock.instant()))
                .param("id", notice.id())
                .update();
    }

    public void notNeeded(Notice notice) {
        jdbc.sql("update notice set state = 'not-needed', settled_at = :at where id = :id")
                .param("at", Rows.when(clock.instant()))
                .param("id", notice.id())
                .update();
    }

    private static Notice notice(ResultSet row, int index) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("kind"),
                row.getObject("for_day", LocalDate.class),
                row.getObject("mark", UUID.class),
                Rows.at(row, "first_tried_at"));
    }
}
