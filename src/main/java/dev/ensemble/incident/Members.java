package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The Ensemble: any number of experts and learners, who come and go. Nobody is in twice; the database sees to it. */
@Repository
public class Members {

    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Members(Incidents incidents, JdbcClient jdbc, People people, Clock clock, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Conflict when they are in already */
    public void join(IncidentId incident, Role role, String person) {
        incidents.takeTurn(incident);
        here(incident, person).ifPresent(member -> {
            throw isInAlready(member, role);
        });
        jdbc.sql("""
                        insert into ensemble_member (incident, role, person, since, here)
                        values (:incident, :role, :person, :since, true)""")
                .param("incident", incident.number())
                .param("role", role.key())
                .param("person", person)
                .param("since", when(clock.instant()))
                .update();
        events.publishEvent(new IncidentMoved(incident));
        events.publishEvent(new TookPart(incident, person));
        events.publishEvent(News.roleChanged(incident, role, person, null));
    }

    /** Their time ends; nothing happens when they are not in. */
    public void leave(IncidentId incident, String person) {
        incidents.takeTurn(incident);
        var left = here(incident, person);
        jdbc.sql("""
                        update ensemble_member set until = :until, here = null
                        where incident = :incident and person = :person and here""")
                .param("until", when(clock.instant()))
                .param("incident", incident.number())
                .param("person", person)
                .update();
        events.publishEvent(new IncidentMoved(incident));
        left.ifPresent(member -> events.publishEvent(News.roleChanged(incident, member.role(), null, person)));
    }

    /** The time of everybody who is in ends. */
    public void dissolve(IncidentId incident) {
        incidents.takeTurn(incident);
        var left = jdbc.sql(
                        "update ensemble_member set until = :until, here = null where incident = :incident and here")
                .param("until", when(clock.instant()))
                .param("incident", incident.number())
                .update();
        if (left > 0) {
            events.publishEvent(new IncidentMoved(incident));
        }
    }

    /** Whoever was in one incident's Ensemble has been in another's from now on; their time has ended. */
    void move(IncidentId from, IncidentId to) {
        dissolve(from);
        jdbc.sql("""
                        update ensemble_member set incident = :to, came_from = coalesce(came_from, :from)
                        where incident = :from""").param("to", to.number()).param("from", from.number()).update();
    }

    public Optional<Member> here(IncidentId incident, String person) {
        return now(incident).stream()
                .filter(member -> member.person().equals(person))
                .findFirst();
    }

    /** Those who are in, by the time they joined. */
    public List<Member> now(IncidentId incident) {
        return all(incident).stream().filter(member -> member.until() == null).toList();
    }

    /** Everybody who ever was in, by the time they joined; also those that came with, or went by, a merge. */
    public List<Member> all(IncidentId incident) {
        return jdbc.sql(
                        "select * from ensemble_member where incident = :incident or came_from = :incident order by since, id")
                .param("incident", incident.number())
                .query(Members::member)
                .list();
    }

    /** Those who came to learn, each once, also those who have left. */
    public List<String> learners(IncidentId incident) {
        return all(incident).stream()
                .filter(member -> member.role().equals(Role.LEARNER))
                .map(Member::person)
                .distinct()
                .toList();
    }

    private Conflict isInAlready(Member member, Role role) {
        var name = people.name(member.person());
        return member.role().equals(role)
                ? new Conflict("%s is in the Ensemble as %s already.".formatted(name, role.label()))
                : new Conflict("%s is in the Ensemble as %s. Leave first, then join as %s."
                        .formatted(name, member.role().label(), role.label()));
    }

    private static Member member(ResultSet row, int index) throws SQLException {
        return new Member(
                new IncidentId(row.getLong("incident")),
                new Role(row.getString("role")),
                row.getString("person"),
                at(row, "since"),
                at(row, "until"),
                Rows.incident(row, "came_from"));
    }
}
