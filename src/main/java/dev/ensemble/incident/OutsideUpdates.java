package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people outside were told, by whom and when. */
@Repository
public class OutsideUpdates {

    private final JdbcClient jdbc;
    private final OurTurn ourTurn;
    private final Clock clock;

    OutsideUpdates(JdbcClient jdbc, OurTurn ourTurn, Clock clock) {
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
        this.clock = clock;
    }

    /** @param next when they hear more at the latest, {@code null} where nothing is promised */
    public void add(
            Incident incident,
            Audience audience,
            Word word,
            String text,
            boolean noChange,
            String person,
            Instant next) {
        jdbc.sql("""
                        insert into outside_update
                            (incident, audience, word, condition, text, no_change, person, at, next_at, way, address)
                        values (:incident, :audience, :word, :condition, :text, :noChange, :person, :at, :next, :way, :address)""")
                .param("incident", incident.id().number())
                .param("audience", audience.key())
                .param("word", word.toString())
                .param("condition", incident.condition().toString())
                .param("text", text)
                .param("noChange", noChange)
                .param("person", person)
                .param("at", when(clock.instant()))
                .param("next", when(next))
                .param("way", audience.way().toString())
                .param("address", audience.address())
                .update();
        ourTurn.changed(OutsideUpdate.class);
    }

    /** It is a message on its way now. */
    public void carriedBy(OutsideUpdate update, long message) {
        jdbc.sql("update outside_update set message = :message where id = :id")
                .param("message", message)
                .param("id", update.id())
                .update();
        ourTurn.changed(OutsideUpdate.class);
    }

    /** What an audience was told last. */
    public Optional<OutsideUpdate> last(IncidentId incident, String audience) {
        return of(incident).stream()
                .filter(update -> update.audience().key().equals(audience))
                .reduce((earlier, later) -> later);
    }

    /** Oldest first. */
    public List<OutsideUpdate> of(IncidentId incident) {
        return ourTurn.read(
                OutsideUpdate.class,
                incident,
                () -> jdbc.sql("select * from outside_update where incident = :incident order by id")
                        .param("incident", incident.number())
                        .query(OutsideUpdates::update)
                        .list());
    }

    private static OutsideUpdate update(ResultSet row, int index) throws SQLException {
        return new OutsideUpdate(
                row.getLong("id"),
                new IncidentId(row.getLong("incident")),
                new Audience(row.getString("audience"), Way.of(row.getString("way")), row.getString("address")),
                Word.of(row.getString("word")),
                Condition.of(row.getString("condition")),
                row.getString("text"),
                row.getBoolean("no_change"),
                row.getString("person"),
                at(row, "at"),
                at(row, "next_at"),
                row.getObject("message", Long.class));
    }
}
