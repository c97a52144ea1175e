package dev.ensemble.incident;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may see restricted incidents. It follows from the record, so that nobody can forget to let them in or out. */
@Repository
public class Insiders {

    /** The circle of restricted alerts that no incident came of yet: the group security is of it. */
    public static final String SECURITY = "security";

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

    /** The circles of the restricted incidents and alerts that somebody may see. */
    public List<String> circlesOf(String person) {
        return jdbc.sql("""
                        select circle from insider where person = :person
                        union
                        select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = :person and GROUP_ID_ = :security
                        order by 1""")
                .param("person", person)
                .param("security", SECURITY)
                .query(String.class)
                .list();
    }
}
