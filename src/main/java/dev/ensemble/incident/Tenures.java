package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which role, and who held it when. A role has one holder at a time; the database sees to it. */
@Repository
public class Tenures {

    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final OurTurn ourTurn;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tenures(
            Incidents incidents,
            JdbcClient jdbc,
            OurTurn ourTurn,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RoleAlreadyHeld when somebody else has the role */
    public void begin(IncidentId incident, Role role, String person) {
        insert(incident, role, person);
        events.publishEvent(News.roleChanged(incident, role, person, null));
    }

    private void insert(IncidentId incident, Role role, String person) {
        incidents.takeTurn(incident);
        holder(incident, role).ifPresent(holder -> {
            throw new RoleAlreadyHeld(role, people.name(holder));
        });
        try {
            jdbc.sql("""
                            insert into tenure (incident, role, person, since, held)
                            values (:incident, :role, :person, :since, true)""")
                    .param("incident", incident.number())
                    .param("role", role.key())
                    .param("person", person)
                    .param("since", when(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RoleAlreadyHeld(role, "Somebody");
        }
        ourTurn.changed(Tenure.class);
        events.publishEvent(new IncidentMoved(incident));
        events.publishEvent(new TookPart(incident, person));
    }

    /**
     * The holder's time ends; nothing happens when nobody holds the role.
     *
     * @param reason {@code null} where there is none to tell
     */
    public void end(IncidentId incident, Role role, String reason) {
        finish(incident, role, reason)
                .ifPresent(former -> events.publishEvent(News.roleChanged(incident, role, null, former)));
    }

    /** @return who held it until now */
    private Optional<String> finish(IncidentId incident, Role role, String reason) {
        incidents.takeTurn(incident);
        var former = holder(incident, role);
        jdbc.sql("""
                        update tenure set until = :until, held = null, reason = :reason
                        where incident = :incident and role = :role and held""")
                .param("until", when(clock.instant()))
                .param("reason", reason)
                .param("incident", incident.number())
                .param("role", role.key())
                .update();
        ourTurn.changed(Tenure.class);
        events.publishEvent(new IncidentMoved(incident));
        return former;
    }

    /** Whoever took part in an incident has taken part in another from now on; their time in a role has ended. */
    void move(IncidentId from, IncidentId to) {
        jdbc.sql("update tenure set until = :until, held = null where incident = :from and held")
                .param("until", when(clock.instant()))
                .param("from", from.number())
                .update();
        jdbc.sql("update tenure set incident = :to, came_from = coalesce(came_from, :from) where incident = :from")
                .param("to", to.number())
                .param("from", from.number())
                .update();
        ourTurn.changed(Tenure.class);
        events.publishEvent(new IncidentMoved(from));
    }

    /**
     * One's time ends and another's begins, so that the role is at no time empty.
     *
     * @param reason why, {@code null} where there is none to tell
     */
    public void passOn(IncidentId incident, Role role, String to, String reason) {
        var former = finish(incident, role, reason);
        insert(incident, role, to);
        events.publishEvent(News.roleChanged(incident, role, to, former.orElse(null)));
    }

    public Optional<String> holder(IncidentId incident, Role role) {
        return now(incident).stream()
                .filter(tenure -> tenure.role().equals(role))
                .map(Tenure::person)
                .findFirst();
    }

    public boolean isHeldBy(IncidentId incident, Role role, String person) {
        return holder(incident, role).filter(holder -> holder.equals(person)).isPresent();
    }

    /** Those that last, by the time they began. */
    public List<Tenure> now(IncidentId incident) {
        return all(incident).stream().filter(tenure -> tenure.until() == null).toList();
    }

    /** The one that began last in this very incident, whether it lasts or not. */
    public Optional<Tenure> last(IncidentId incident, Role role) {
        return all(incident).stream()
                .filter(tenure -> tenure.from() == null && tenure.role().equals(role))
                .reduce((earlier, later) -> later);
    }

    /** The one that ended last in this very incident. */
    public Optional<Tenure> ended(IncidentId incident, Role role) {
        return all(incident).stream()
                .filter(tenure -> tenure.from() == null && tenure.role().equals(role) && tenure.until() != null)
                .reduce((earlier, later) -> later);
    }

    /** Every tenure of the incident, by the time it began; also those that came with, or went by, a merge. */
    public List<Tenure> all(IncidentId incident) {
        return ourTurn.read(
                Tenure.class,
                incident,
                () -> jdbc.sql(
                                "select * from tenure where incident = :incident or came_from = :incident order by since, id")
                        .param("incident", incident.number())
                        .query(Tenures::tenure)
                        .list());
    }

    /** Everybody who held a role at some time, each once. */
    public List<String> everybody(IncidentId incident) {
        return all(incident).stream().map(Tenure::person).distinct().toList();
    }

    /** The roles that a person held at some time, each once. */
    public List<Role> heldBy(IncidentId incident, String person) {
        return all(incident).stream()
                .filter(tenure -> tenure.person().equals(person))
                .map(Tenure::role)
                .distinct()
                .toList();
    }

    private static Tenure tenure(ResultSet row, int index) throws SQLException {
        return new Tenure(
                new IncidentId(row.getLong("incident")),
                new Role(row.getString("role")),
                row.getString("person"),
                at(row, "since"),
                at(row, "until"),
                row.getString("reason"),
                Rows.incident(row, "came_from"));
    }
}
