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

/** What people outside are owed. An audience is owed one thing at a time; the database sees to it. */
@Repository
public class Obligations {

    private final JdbcClient jdbc;
    private final OurTurn ourTurn;
    private final Clock clock;

    Obligations(JdbcClient jdbc, OurTurn ourTurn, Clock clock) {
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
        this.clock = clock;
    }

    /** An audience is owed this from now on, instead of what it was owed until now. */
    public void owe(IncidentId incident, String audience, Word word, Instant due) {
        if (open(incident, audience).isPresent()) {
            drop(incident, audience);
        }
        jdbc.sql("""
                        insert into obligation (incident, audience, word, owed_at, due_at, pending)
                        values (:incident, :audience, :word, :now, :due, true)""")
                .param("incident", incident.number())
                .param("audience", audience)
                .param("word", word.toString())
                .param("now", when(clock.instant()))
                .param("due", when(due))
                .update();
        ourTurn.changed(Obligation.class);
    }

    /** They are told. */
    public void met(Obligation obligation) {
        jdbc.sql("update obligation set met_at = :now, ended_at = :now, pending = null where id = :id")
                .param("now", when(clock.instant()))
                .param("id", obligation.id())
                .update();
        ourTurn.changed(Obligation.class);
    }

    /** What an audience is owed now is not owed any more; nothing happens where it is owed nothing. */
    public void drop(IncidentId incident, String audience) {
        jdbc.sql("""
                        update obligation set ended_at = :now, pending = null
                        where incident = :incident and audience = :audience and pending""")
                .param("now", when(clock.instant()))
                .param("incident", incident.number())
                .param("audience", audience)
                .update();
        ourTurn.changed(Obligation.class);
    }

    /** The incident is over: nobody is owed what was owed until now. */
    public void over(IncidentId incident) {
        jdbc.sql("update obligation set ended_at = :now, pending = null where incident = :incident and pending")
                .param("now", when(clock.instant()))
                .param("incident", incident.number())
                .update();
        ourTurn.changed(Obligation.class);
    }

    /** The moderator is told that it is late. */
    public void overdueSaid(Obligation obligation) {
        jdbc.sql("update obligation set overdue_said_at = :now where id = :id")
                .param("now", when(clock.instant()))
                .param("id", obligation.id())
                .update();
        ourTurn.changed(Obligation.class);
    }

    /** What an audience is owed now. */
    public Optional<Obligation> open(IncidentId incident, String audience) {
        return of(incident).stream()
                .filter(obligation -> obligation.audience().equals(audience) && obligation.endedAt() == null)
                .findFirst();
    }

    /** In the order in which they arose. */
    public List<Obligation> of(IncidentId incident) {
        return ourTurn.read(
                Obligation.class,
                incident,
                () -> jdbc.sql("select * from obligation where incident = :incident order by id")
                        .param("incident", incident.number())
                        .query(Obligations::obligation)
                        .list());
    }

    private static Obligation obligation(ResultSet row, int index) throws SQLException {
        return new Obligation(
                row.getLong("id"),
                new IncidentId(row.getLong("incident")),
                row.getString("audience"),
                Word.of(row.getString("word")),
                at(row, "owed_at"),
                at(row, "due_at"),
                at(row, "overdue_said_at"),
                at(row, "met_at"),
                at(row, "ended_at"));
    }
}
