package dev.ensemble.alerts;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When alerts are counted and kept, and open nothing. */
@Repository
public class QuietWindows {

    private final JdbcClient jdbc;
    private final WorkingHours hours;

    QuietWindows(JdbcClient jdbc, WorkingHours hours) {
        this.jdbc = jdbc;
        this.hours = hours;
    }

    /** @param service {@code null} where nobody knows which: only a window for all covers it then */
    boolean isQuiet(String service, Instant moment) {
        return all().stream().anyMatch(window -> window.covers(service, moment, hours.zone()));
    }

    /** By the time they were made. */
    public List<QuietWindow> all() {
        return jdbc.sql("select * from quiet_window order by id")
                .query(QuietWindows::window)
                .list();
    }

    public Optional<QuietWindow> get(long id) {
        return jdbc.sql("select * from quiet_window where id = :id")
                .param("id", id)
                .query(QuietWindows::window)
                .optional();
    }

    /** @return its id */
    public long add(QuietWindow window) {
        var generated = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into quiet_window (service, weekly, from_at, until_at, reason, person, made_at)
                        values (:service, :weekly, :from, :until, :reason, :person, :at)""")
                .params(columns(window))
                .param("person", window.person())
                .param("at", when(window.madeAt()))
                .update(generated, "id");
        return generated.getKeyAs(Long.class);
    }

    /**
     * Its time, its service and its reason become others; who made it stays.
     *
     * @param first looks at the window when nobody else can change it any more, and may throw
     * @return the window as it is now; empty where there is none
     */
    @Transactional
    public Optional<QuietWindow> change(long id, QuietWindow window, Consumer<QuietWindow> first) {
        var held = held(id);
        held.ifPresent(first);
        jdbc.sql("""
                        update quiet_window
                        set service = :service, weekly = :weekly, from_at = :from, until_at = :until, reason = :reason
                        where id = :id""").params(columns(window)).param("id", id).update();
        return get(id);
    }

    /**
     * @param first looks at the window when nobody else can change it any more, and may throw
     * @return the window as it was; empty where there was none
     */
    @Transactional
    public Optional<QuietWindow> remove(long id, Consumer<QuietWindow> first) {
        var held = held(id);
        held.ifPresent(first);
        jdbc.sql("delete from quiet_window where id = :id").param("id", id).update();
        return held;
    }

    /** Nobody else changes it until our transaction ends. */
    private Optional<QuietWindow> held(long id) {
        return jdbc.sql("select * from quiet_window where id = :id for update")
                .param("id", id)
                .query(QuietWindows::window)
                .optional();
    }

    private static Map<String, Object> columns(QuietWindow window) {
        var columns = new HashMap<String, Object>();
        columns.put("service", window.service());
        columns.put("weekly", window.weekly() == null ? null : window.weekly().toString());
        columns.put("from", when(window.from()));
        columns.put("until", when(window.until()));
        columns.put("reason", window.reason());
        return columns;
    }

    private static QuietWindow window(ResultSet row, int index) throws SQLException {
        var weekly = row.getString("weekly");
        return new QuietWindow(
                row.getLong("id"),
                row.getString("service"),
                weekly == null ? null : WeeklyTime.of(weekly).orElseThrow(),
                at(row, "from_at"),
                at(row, "until_at"),
                row.getString("reason"),
                row.getString("person"),
                at(row, "made_at"));
    }
}
