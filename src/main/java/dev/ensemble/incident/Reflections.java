package dev.ensemble.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people saw, alone. No name and no time is kept, and an answer's id is random; what a person writes may still tell
 * who it was, and so may a question that only one role is asked.
 */
@Repository
public class Reflections {

    private final JdbcClient jdbc;

    Reflections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(IncidentId incident, String question, String answer) {
        jdbc.sql("insert into reflection (id, incident, question, answer) values (:id, :incident, :question, :answer)")
                .param("id", UUID.randomUUID())
                .param("incident", incident.number())
                .param("question", question)
                .param("answer", answer)
                .update();
    }

    /** The answers under their questions, in no order that says who wrote them. */
    public Map<String, List<String>> of(IncidentId incident) {
        var answers = new LinkedHashMap<String, List<String>>();
        jdbc.sql("select question, answer from reflection where incident = :incident order by question, id")
                .param("incident", incident.number())
                .query(row -> {
                    answers.computeIfAbsent(row.getString("question"), question -> new ArrayList<>())
                            .add(row.getString("answer"));
                });
        return answers;
    }
}
