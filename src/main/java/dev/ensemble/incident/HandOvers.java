package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.HandOver.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who offered which role to whom. A role has one open offer at a time; the database sees to it. */
@Repository
public class HandOvers {

    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    HandOvers(Incidents incidents, JdbcClient jdbc, People people, Clock clock, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Conflict when the role is offered to somebody already */
    public void offer(IncidentId incident, Role role, String from, String to, String briefing) {
        incidents.takeTurn(incident);
        open(incident, role).ifPresent(offer -> {
            throw new Conflict(
                    "%s has been asked to take over as %s already. Wait for the answer, or take that offer back first."
                            .formatted(people.name(offer.to()), role.label()));
        });
        try {
            jdbc.sql("""
                            insert into hand_over
                                (incident, role, from_person, to_person, briefing, offered_at, outcome, pending)
                            values (:incident, :role, :from, :to, :briefing, :at, :outcome, true)""")
                    .param("incident", incident.number())
                    .param("role", role.key())
                    .param("from", from)
                    .param("to", to)
                    .param("briefing", briefing)
                    .param("at", when(clock.instant()))
                    .param("outcome", Outcome.OPEN.toString())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Conflict("The role %s is offered to somebody already.".formatted(role.label()));
        }
        events.publishEvent(new IncidentMoved(incident));
    }

    /**
     * The open offer ends; nothing happens when there is none.
     *
     * @param by user id, {@code null} where nobody's act ended it
     * @param reason {@code null} where there is none to tell
     */
    public void end(IncidentId incident, Role role, Outcome outcome, String by, String reason) {
        incidents.takeTurn(incident);
        var ended = jdbc.sql("""
                        update hand_over
                        set outcome = :outcome, answered_at = :at, ended_by = :by, reason = :reason, pending = null
                        where incident = :incident and role = :role and pending""")
                .param("outcome", outcome.toString())
                .param("at", when(clock.instant()))
                .param("by", by)
                .param("reason", reason)
                .param("incident", incident.number())
                .param("role", role.key())
                .update();
        if (ended > 0) {
            events.publishEvent(new IncidentMoved(incident));
        }
    }

    /** Nobody need answer any more: the incident itself is over. */
    public void over(IncidentId incident) {
        all(incident).stream()
                .filter(offer -> offer.outcome() == Outcome.OPEN)
                .forEach(offer -> end(incident, offer.role(), Outcome.OVER, null, null));
    }

    public Optional<HandOver> open(IncidentId incident, Role role) {
        return last(incident, role).filter(offer -> offer.outcome() == Outcome.OPEN);
    }

    /** The one that began last, whether it is open or not. */
    public Optional<HandOver> last(IncidentId incident, Role role) {
        return all(incident).stream().filter(offer -> offer.role().equals(role)).reduce((earlier, later) -> later);
    }

    /** Every offer of the incident, in the order in which they were made. */
    public List<HandOver> all(IncidentId incident) {
        return jdbc.sql("select * from hand_over where incident = :incident order by id")
                .param("incident", incident.number())
                .query(HandOvers::handOver)
                .list();
    }

    private static HandOver handOver(ResultSet row, int index) throws SQLException {
        return new HandOver(
                new IncidentId(row.getLong("incident")),
                new Role(row.getString("role")),
                row.getString("from_person"),
                row.getString("to_person"),
                row.getString("briefing"),
                at(row, "offered_at"),
                at(row, "answered_at"),
                Outcome.of(row.getString("outcome")),
                row.getString("ended_by"),
                row.getString("reason"));
    }
}
