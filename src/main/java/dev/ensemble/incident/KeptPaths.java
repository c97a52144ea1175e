package dev.ensemble.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways that incidents took through their diagrams, kept beyond the engine's memory. */
@Repository
public class KeptPaths {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final JdbcClient jdbc;

    KeptPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param diagram which version of the diagram it was */
    public void keep(IncidentId incident, String diagram, List<Passage> passages) {
        try {
            jdbc.sql("insert into kept_path (incident, diagram, passages) values (:incident, :diagram, :passages)")
                    .param("incident", incident.number())
                    .param("diagram", diagram)
                    .param("passages", JSON.writeValueAsString(passages))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<KeptPath> of(IncidentId incident) {
        return jdbc.sql("select * from kept_path where incident = :incident")
                .param("incident", incident.number())
                .query((row, index) -> new KeptPath(row.getString("diagram"), passages(row.getString("passages"))))
                .optional();
    }

    private static List<Passage> passages(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param diagram which version of the diagram it was
     * @param passages in the order in which they began
     */
    public record KeptPath(String diagram, List<Passage> passages) {}
}
