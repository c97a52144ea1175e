package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Summary.Word;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What the interpreters said for those who came late, and the words they explained. */
@Repository
public class Summaries {

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Clock clock;

    Summaries(JdbcClient jdbc, Incidents incidents, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.clock = clock;
    }

    public void add(IncidentId incident, String person, String text, List<Word> words) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into summary (incident, person, at, text) values (:incident, :person, :at, :text)")
                .param("incident", incident.number())
                .param("person", person)
                .param("at", when(clock.instant()))
                .param("text", text)
                .update(key, "id");
        var summary = key.getKeyAs(Long.class);
        var service = incidents.get(incident).service();
        words.forEach(word -> jdbc.sql("""
                        insert into glossary_word (summary, service, word, meaning)
                        values (:summary, :service, :word, :meaning)""")
                .param("summary", summary)
                .param("service", service)
                .param("word", word.word())
                .param("meaning", word.meaning())
                .update());
    }

    /** The last one of an incident. */
    public Optional<Summary> latest(IncidentId incident) {
        return jdbc.sql("select * from summary where incident = :incident order by id desc limit 1")
                .param("incident", incident.number())
                .query((row, index) -> new Summary(
                        incident,
                        row.getString("person"),
                        at(row, "at"),
                        row.getString("text"),
                        words(row.getLong("id"))))
                .optional();
    }

    private List<Word> words(long summary) {
        return jdbc.sql("select word, meaning from glossary_word where summary = :summary order by id")
                .param("summary", summary)
                .query((row, index) -> new Word(row.getString("word"), row.getString("meaning")))
                .list();
    }
}
