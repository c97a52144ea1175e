package dev.ensemble.incident;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people saw, alone. No name and no time is kept, an answer's id is random, and with each that comes all of an
 * incident's are written anew in another order, so that not even the database's own marks of who wrote when tell them apart.
 * What a person writes may still tell who it was.
 */
@Repository
public class Reflections {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    Reflections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param question {@code null} where only one role is asked it, which would tell who wrote */
    public void add(IncidentId incident, String question, String answer) {
        var all = new ArrayList<>(read(incident));
        all.add(new Written(question, answer));
        Collections.shuffle(all, RANDOM);
        jdbc.sql("delete from reflection where incident = :incident")
                .param("incident", incident.number())
                .update();
        all.forEach(written -> write(incident, written));
    }

    /**
     * The answers under their questions, in no order that says who wrote them; those to what only one role was asked stand
     * under {@code null}.
     */
    public Map<String, List<String>> of(IncidentId incident) {
        var answers = new LinkedHashMap<String, List<String>>();
        read(incident)
                .forEach(written -> answers.computeIfAbsent(written.question(), question -> new ArrayList<>())
                        .add(written.answer()));
        return answers;
    }

    /** From now on these are the people who are asked, and nobody else. */
    public void asked(IncidentId incident, List<String> people) {
        jdbc.sql("delete from asked_to_reflect where incident = :incident")
                .param("incident", incident.number())
                .update();
        people.forEach(person -> asked(incident, person));
    }

    /** One more person is asked. */
    public void asked(IncidentId incident, String person) {
        jdbc.sql("insert into asked_to_reflect (incident, person) values (:incident, :person)")
                .param("incident", incident.number())
                .param("person", person)
                .update();
    }

    /** Whether this person is, or was, asked. */
    public boolean asks(IncidentId incident, String person) {
        return jdbc.sql("select count(*) from asked_to_reflect where incident = :incident and person = :person")
                        .param("incident", incident.number())
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Written> read(IncidentId incident) {
        return jdbc.sql("select question, answer from reflection where incident = :incident order by question, id")
                .param("incident", incident.number())
                .query(Reflections::written)
                .list();
    }

    private void write(IncidentId incident, Written written) {
        jdbc.sql("insert into reflection (id, incident, question, answer) values (:id, :incident, :question, :answer)")
                .param("id", UUID.randomUUID())
                .param("incident", incident.number())
                .param("question", written.question())
                .param("answer", written.answer())
                .update();
    }

    private static Written written(ResultSet row, int index) throws SQLException {
        return new Written(row.getString("question"), row.getString("answer"));
    }

    private record Written(String question, String answer) {}
}
