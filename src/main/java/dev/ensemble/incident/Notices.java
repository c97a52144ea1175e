package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything said to everybody. */
@Repository
public class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param text {@code null} where there is nothing to say this time
     * @return the new notice's id
     */
    public long add(String words, String text) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into notice (words, text, mark, added_at) values (:words, :text, :mark, :at)")
                .param("words", words)
                .param("text", text)
                .param("mark", UUID.randomUUID())
                .param("at", when(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    public Notice get(long id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id)
                .query(Notices::notice)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no notice " + id));
    }

    /** The newest with these words. */
    public Optional<Notice> last(String words) {
        return jdbc.sql("select * from notice where words = :words order by added_at desc, id desc limit 1")
                .param("words", words)
                .query(Notices::notice)
                .optional();
    }

    /**
     * Notes in a transaction of its own that it is about to be sent, so that after a crash we look for it first.
     *
     * @return the notice as it was before
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Notice trying(long id) {
        var before = get(id);
        jdbc.sql("update notice set first_tried_at = :at where id = :id and first_tried_at is null")
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
        return before;
    }

    public void said(long id, String channel, String stamp) {
        jdbc.sql("update notice set channel = :channel, stamp = :stamp, said_at = :at where id = :id")
                .param("channel", channel)
                .param("stamp", stamp)
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }

    private static Notice notice(ResultSet row, int index) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("words"),
                row.getString("text"),
                row.getObject("mark", UUID.class),
                at(row, "added_at"),
                at(row, "first_tried_at"),
                at(row, "said_at"));
    }
}
