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

    /** Whether somebody may know of an incident; administrators, who see all, are not asked about here. */
    public boolean mayKnow(IncidentId incident, String person) {
        return jdbc.sql("""
                        select count(*) from incident
                        where number = :incident and (not restricted or number in
                            (select incident from insider where person = :person))""")
                        .param("incident", incident.number())
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The circles of the restricted incidents that somebody may see. */
    public List<String> circlesOf(String person) {
        return jdbc.sql("select distinct circle from insider where person = :person order by circle")
                .param("person", person)
                .query(String.class)
                .list();
    }
}
