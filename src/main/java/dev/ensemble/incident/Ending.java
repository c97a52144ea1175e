package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways in which an incident is over; nothing of the kind happens to it twice. */
@Repository
public class Ending {

    private final JdbcClient jdbc;
    private final OurTurn ourTurn;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ending(JdbcClient jdbc, OurTurn ourTurn, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
        this.clock = clock;
        this.events = events;
    }

    /** Every follow-up has ended. */
    public void closed(IncidentId id) {
        over(id, Stage.CLOSED, "", Map.of());
    }

    /** It was nothing. */
    public void retracted(IncidentId id, String because) {
        over(id, Stage.RETRACTED, ", retracted_because = :because", Map.of("because", because));
    }

    /** It is a part of another incident. */
    public void merged(IncidentId id, IncidentId into) {
        over(id, Stage.MERGED, ", merged_into = :into", Map.of("into", into.number()));
    }

    private void over(IncidentId id, Stage stage, String besides, Map<String, ?> values) {
        ourTurn.changed(Incident.class);
        jdbc.sql("update incident set stage = :stage, closed_at = :at%s where number = :number".formatted(besides))
                .param("stage", stage.toString())
                .param("at", when(clock.instant()))
                .params(values)
                .param("number", id.number())
                .update();
        events.publishEvent(new IncidentMoved(id));
        events.publishEvent(new IncidentOver(id));
    }
}
