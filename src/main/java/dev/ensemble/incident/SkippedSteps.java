package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was left out to be faster, by whom, and why. */
@Repository
public class SkippedSteps {

    private final JdbcClient jdbc;
    private final Apart apart;
    private final Clock clock;

    SkippedSteps(JdbcClient jdbc, Apart apart, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
    }

    /**
     * @param task its id in the diagram
     * @return the id under which the reason is asked for
     */
    public long add(IncidentId incident, String task, String label, String person) {
        return apart.add(
                "skipped_step",
                incident,
                Map.of("task", task, "label", label, "person", person, "at", when(clock.instant())));
    }

    /** Whoever was asked says why. */
    public void because(long id, String reason) {
        jdbc.sql("update skipped_step set reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** @throws IllegalArgumentException when there is none of this id */
    public SkippedStep get(long id) {
        return jdbc.sql("select * from skipped_step where id = :id")
                .param("id", id)
                .query(SkippedSteps::step)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no skipped step " + id));
    }

    /** In the order in which they were skipped. */
    public List<SkippedStep> of(IncidentId incident) {
        return jdbc.sql("select * from skipped_step where incident = :incident order by id")
                .param("incident", incident.number())
                .query(SkippedSteps::step)
                .list();
    }

    private static SkippedStep step(ResultSet row, int index) throws SQLException {
        return new SkippedStep(
                row.getLong("id"),
                new IncidentId(row.getLong("incident")),
                row.getString("task"),
                row.getString("label"),
                row.getString("person"),
                at(row, "at"),
                row.getString("reason"));
    }
}
