package dev.ensemble.incident;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the team understood together: contributing causes (never one root cause) and lessons. */
@Repository
public class Learned {

    private final JdbcClient jdbc;

    Learned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void causes(IncidentId incident, List<String> texts) {
        texts.forEach(text -> write("insert into cause (incident, text) values (:incident, :text)", incident, text));
    }

    public void lessons(IncidentId incident, List<String> texts) {
        texts.forEach(text -> write("insert into lesson (incident, text) values (:incident, :text)", incident, text));
    }

    /** Contributing causes in the order they were written down. */
    public List<String> causes(IncidentId incident) {
        return read("select text from cause where incident = :incident order by id", incident);
    }

    /** Lessons in the order they were written down. */
    public List<String> lessons(IncidentId incident) {
        return read("select text from lesson where incident = :incident order by id", incident);
    }

    private void write(String sql, IncidentId incident, String text) {
        jdbc.sql(sql).param("incident", incident.number()).param("text", text).update();
    }

    private List<String> read(String sql, IncidentId incident) {
        return jdbc.sql(sql)
                .param("incident", incident.number())
                .query(String.class)
                .list();
    }
}
