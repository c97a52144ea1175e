package dev.ensemble.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Restricted incidents, and what belongs to them, are counted apart from all others: whoever sees the ids of the others sees
 * no gap.
 */
@Component
public class Apart {

    private final JdbcClient jdbc;
    private final OurTurn ourTurn;

    Apart(JdbcClient jdbc, OurTurn ourTurn) {
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
    }

    /** The number of the next incident that is restricted from the first second. */
    long nextIncident() {
        return next("restricted_number");
    }

    /** The number of the next row that is for few from its first second. */
    long nextRow() {
        return next("restricted_row");
    }

    /**
     * Adds a row that belongs to an incident.
     *
     * @param row its columns, but the incident and the id
     * @return its id
     */
    public long add(String table, IncidentId incident, Map<String, ?> row) {
        var columns = new LinkedHashMap<String, Object>(row);
        columns.put("incident", incident.number());
        if (isRestricted(incident)) {
            columns.put("id", nextRow());
        }
        return insert(table, columns, "id");
    }

    /** @return the generated key */
    public long insert(String table, Map<String, ?> columns, String key) {
        var generated = new GeneratedKeyHolder();
        jdbc.sql("insert into %s (%s) values (:%s)"
                        .formatted(table, String.join(", ", columns.keySet()), String.join(", :", columns.keySet())))
                .params(columns)
                .update(generated, key);
        return generated.getKeyAs(Long.class);
    }

    private boolean isRestricted(IncidentId incident) {
        return ourTurn.known(incident)
                .map(Incident::restricted)
                .orElseGet(() -> jdbc.sql("select restricted from incident where number = :incident")
                        .param("incident", incident.number())
                        .query(Boolean.class)
                        .single());
    }

    private long next(String counter) {
        var generated = new GeneratedKeyHolder();
        jdbc.sql("insert into %s default values".formatted(counter)).update(generated, "id");
        return IncidentId.APART + generated.getKeyAs(Long.class);
    }
}
