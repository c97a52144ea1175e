package dev.ensemble.incident;

import dev.ensemble.incident.Insight.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What the team understood together: contributing causes (never one root cause), lessons, what went well, and luck. */
@Repository
public class Learned {

    private final JdbcClient jdbc;

    Learned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(IncidentId incident, Insight insight) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into learned (incident, kind, text) values (:incident, :kind, :text)")
                .param("incident", incident.number())
                .param("kind", insight.kind().toString())
                .param("text", insight.text())
                .update(key, "id");
        insight.entries().stream()
                .distinct()
                .forEach(entry -> jdbc.sql("insert into learned_link (learned, entry) values (:learned, :entry)")
                        .param("learned", key.getKeyAs(Long.class))
                        .param("entry", entry)
                        .update());
    }

    public void lessons(IncidentId incident, List<String> texts) {
        texts.forEach(text -> add(incident, new Insight(Kind.LESSON, text)));
    }

    /** Everything, in the order it was written down. */
    public List<Insight> of(IncidentId incident) {
        var entries = new HashMap<Long, List<Long>>();
        jdbc.sql("""
                        select learned_link.learned, learned_link.entry
                        from learned_link join learned on learned.id = learned_link.learned
                        where learned.incident = :incident order by learned_link.entry""").param("incident", incident.number()).query(row -> {
            entries.computeIfAbsent(row.getLong("learned"), learned -> new ArrayList<>())
                    .add(row.getLong("entry"));
        });
        return jdbc.sql("select id, kind, text from learned where incident = :incident order by id")
                .param("incident", incident.number())
                .query((row, index) -> new Insight(
                        Kind.of(row.getString("kind")),
                        row.getString("text"),
                        List.copyOf(entries.getOrDefault(row.getLong("id"), List.of()))))
                .list();
    }

    /** Those of one kind in the order they were written down. */
    public List<String> of(IncidentId incident, Kind kind) {
        return of(incident).stream()
                .filter(insight -> insight.kind() == kind)
                .map(Insight::text)
                .toList();
    }

    /** Contributing causes in the order they were written down. */
    public List<String> causes(IncidentId incident) {
        return of(incident, Kind.CAUSE);
    }

    /** Lessons in the order they were written down. */
    public List<String> lessons(IncidentId incident) {
        return of(incident, Kind.LESSON);
    }

    /** The contributing causes of several incidents. */
    Map<IncidentId, List<String>> causes(Collection<IncidentId> incidents) {
        var causes = new HashMap<IncidentId, List<String>>();
        if (!incidents.isEmpty()) {
            jdbc.sql("select incident, text from learned where incident in (:incidents) and kind = :kind order by id")
                    .param(
                            "incidents",
                            incidents.stream().map(IncidentId::number).toList())
                    .param("kind", Kind.CAUSE.toString())
                    .query(row -> {
                        causes.computeIfAbsent(new IncidentId(row.getLong("incident")), incident -> new ArrayList<>())
                                .add(row.getString("text"));
                    });
        }
        return causes;
    }
}
