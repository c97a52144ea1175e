package dev.ensemble.incident;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may see restricted incidents. It follows from the record, so that nobody can forget to let them in or out. */
@Repository
public class Insiders {

    private final JdbcClient jdbc;

    Insiders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user ids of those who may see a restricted incident, besides administrators; of one for everybody, none. */
    public List<String> of(IncidentId incident) {
        return jdbc.sql("select person from insider where incident = :incident order by person")
                .param("incident", incident.number())
                .query(String.class)
                .list();
    }

    /** The circles of the restricted incidents that somebody may see. */
    public List<String> circlesOf(String person) {
        return jdbc.sql("""
                        select distinct incident.circle from insider
                        join incident on incident.number = insider.incident
                        where insider.person = :person order by incident.circle""").param("person", person).query(String.class).list();
    }
}
