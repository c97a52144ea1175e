package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.FollowUp.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each follow-up came to be what it is. */
@Repository
public class FollowUpHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    FollowUpHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The states that it came into, oldest first. */
    public List<Turn> turns(long followUp) {
        return jdbc.sql("select * from follow_up_turn where follow_up = :followUp order by id")
                .param("followUp", followUp)
                .query((row, index) -> new Turn(
                        at(row, "at"),
                        State.of(row.getString("state")),
                        row.getString("owner"),
                        row.getString("person"),
                        row.getString("note")))
                .list();
    }

    /** How often and why it was given more time, oldest first. */
    public List<Move> moves(long followUp) {
        return jdbc.sql("select * from follow_up_move where follow_up = :followUp order by id")
                .param("followUp", followUp)
                .query((row, index) -> new Move(
                        at(row, "at"),
                        row.getString("person"),
                        row.getObject("was", LocalDate.class),
                        row.getObject("became", LocalDate.class),
                        row.getString("reason")))
                .list();
    }

    /** It is in another state now, or has another owner. */
    void turned(long followUp, String person, String note) {
        jdbc.sql("""
                        insert into follow_up_turn (follow_up, at, state, owner, person, note)
                        select id, :at, state, owner, :person, :note from follow_up where id = :followUp""")
                .param("at", when(clock.instant()))
                .param("person", person)
                .param("note", note)
                .param("followUp", followUp)
                .update();
    }

    /** It will be due on another day. */
    void moved(long followUp, LocalDate became, String person, String reason) {
        jdbc.sql("""
                        insert into follow_up_move (follow_up, at, person, was, became, reason)
                        select id, :at, :person, due, :became, :reason from follow_up where id = :followUp""")
                .param("at", when(clock.instant()))
                .param("person", person)
                .param("became", became)
                .param("reason", reason)
                .param("followUp", followUp)
                .update();
    }

    /**
     * @param owner whose it was from then on
     * @param person user id of who brought it there, {@code null} where time did
     * @param note what they said: evidence, what they looked at, a reason; {@code null} where nothing
     */
    public record Turn(Instant at, State state, String owner, String person, String note) {}

    /** @param person user id of who moved it */
    public record Move(Instant at, String person, LocalDate was, LocalDate became, String reason) {}
}
