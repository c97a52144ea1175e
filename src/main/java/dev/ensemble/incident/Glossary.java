package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words of a service, as interpreters explained them in its incidents. Of several meanings of a word the last one holds.
 * What was said in a restricted incident stays in it.
 */
@Repository
public class Glossary {

    /** Stands for no incident at all. */
    private static final long NONE = 0;

    private final JdbcClient jdbc;
    private final Incidents incidents;

    Glossary(JdbcClient jdbc, Incidents incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    /** @param service its name as the catalogue spells it */
    public List<Explained> of(String service) {
        return words(service, NONE);
    }

    /** What those who respond to an incident may know: its service's words, and its own. */
    public List<Explained> of(IncidentId incident) {
        return words(incidents.get(incident).service(), incident.number());
    }

    private List<Explained> words(String service, long incident) {
        var words = new TreeMap<String, Explained>();
        jdbc.sql("""
                        select glossary_word.*, summary.incident, summary.person, summary.at from glossary_word
                        join summary on summary.id = glossary_word.summary
                        join incident on incident.number = summary.incident
                        where glossary_word.service = :service
                        and (not incident.restricted or incident.number = :incident)
                        order by glossary_word.id desc""")
                .param("service", service)
                .param("incident", incident)
                .query(Glossary::explained)
                .list()
                .forEach(word -> words.putIfAbsent(word.word().toLowerCase(Locale.ROOT), word));
        return List.copyOf(words.values());
    }

    private static Explained explained(ResultSet row, int index) throws SQLException {
        return new Explained(
                row.getString("word"),
                row.getString("meaning"),
                row.getString("person"),
                new IncidentId(row.getLong("incident")),
                at(row, "at"));
    }

    /**
     * @param explainedBy user id
     * @param incident in which it was explained so
     */
    public record Explained(String word, String meaning, String explainedBy, IncidentId incident, Instant at) {}
}
