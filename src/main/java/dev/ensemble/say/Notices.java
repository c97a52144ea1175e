package dev.ensemble.say;

import dev.ensemble.incident.Rows;
import dev.ensemble.slack.Posted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is said that belongs to no incident: of each kind one a day, whatever happens. */
@Repository
class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(String kind, LocalDate day) {
        return jdbc.sql("select count(*) from notice where kind = :kind and for_day = :day")
                        .param("kind", kind)
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(String kind, LocalDate day) {
        jdbc.sql("""
                        insert into notice (kind, for_day, mark, state, reserved_at)
                        values (:kind, :day, :mark, 'due', :at)""")
                .param("kind", kind)
                .param("day", day)
                .param("mark", UUID.randomUUID())
                .param("at", Rows.when(clock.instant()))
                .update();
    }

    /** The oldest of the kind that was neither said nor given up. */
    Optional<Notice> next(String kind) {
        return jdbc.sql("select * from notice where kind = :kind and settled_at is null order by for_day limit 1")
                .param("kind", kind)
                .query(Notices::notice)
                .optional();
    }

    /** Notes in a transaction of its own that it is about to be sent, so that after a crash we look for it first. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void trying(Notice notice) {
        jdbc.sql("update notice set first_tried_at = :at where id = :id and first_tried_at is null")
                .param("at", Rows.when(clock.instant()))
                .param("id", notice.id())
                .update();
    }

    void said(Notice notice, String text, Posted posted) {
        jdbc.sql("""
                        update notice
                        set state = 'said', text = :text, channel = :channel, stamp = :stamp, settled_at = :at
                        where id = :id""")
                .param("text", text)
                .param("channel", posted.channel())
                .param("stamp", posted.ts())
                .param("at", Rows.when(clock.instant()))
                .param("id", notice.id())
                .update();
    }

    void notNeeded(Notice notice) {
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
