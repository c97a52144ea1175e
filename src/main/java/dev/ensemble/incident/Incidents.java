package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** All incidents, newest first. */
@Repository
public class Incidents {

    /** How many can be asked for by one statement. */
    private static final int AT_ONCE = 1_000;

    /** Counted, and only for those that are restricted: asked otherwise, PostgreSQL gathers all that somebody may see first. */
    private static final String IS_FOR_PERSON = """
            (not restricted or (
                select count(*) from insider where insider.incident = incident.number and insider.person = :person) > 0)""";

    private final JdbcClient jdbc;
    private final OurTurn ourTurn;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Incidents(JdbcClient jdbc, OurTurn ourTurn, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
        this.clock = clock;
        this.events = events;
    }

    /** @throws UnknownIncident when there is none of this number */
    public Incident get(IncidentId id) {
        return ourTurn.read(Incident.class, id, () -> read(id));
    }

    private Incident read(IncidentId id) {
        return jdbc.sql("select * from incident where number = :number")
                .param("number", id.number())
                .query(Incidents::incident)
                .optional()
                .orElseThrow(() -> new UnknownIncident(id));
    }

    /** Those of these numbers that there are. */
    public List<Incident> all(Collection<IncidentId> ids) {
        var numbers = ids.stream().map(IncidentId::number).toList();
        var found = new ArrayList<Incident>();
        for (var from = 0; from < numbers.size(); from += AT_ONCE) {
            found.addAll(jdbc.sql("select * from incident where number in (:numbers)")
                    .param("numbers", numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)))
                    .query(Incidents::incident)
                    .list());
        }
        return found;
    }

    /**
     * Waits until nobody else changes the incident, and keeps it so until our transaction ends. Whoever changes something of
     * an incident takes this row first, so that nobody waits for another in a circle.
     */
    public void takeTurn(IncidentId id) {
        if (ourTurn.isNow(id)) {
            return;
        }
        jdbc.sql("select number from incident where number = :number for update")
                .param("number", id.number())
                .query(Long.class)
                .optional()
                .ifPresent(number -> ourTurn.begin(id));
    }

    /** The same where nobody else does; does not wait. */
    public boolean takeTurnIfFree(IncidentId id) {
        var isFree = jdbc.sql("select number from incident where number = :number for update skip locked")
                .param("number", id.number())
                .query(Long.class)
                .optional()
                .isPresent();
        if (isFree) {
            ourTurn.begin(id);
        }
        return isFree;
    }

    /**
     * At most {@code limit} incidents that fit the search, newest first.
     *
     * @param person of restricted ones, only those that this person may see; {@code null} for all
     */
    public List<Incident> find(Search search, String person, int limit) {
        var sql = new StringBuilder("select * from incident where 1 = 1");
        if (person != null) {
            sql.append(" and ").append(IS_FOR_PERSON);
        }
        if (search.before() != null) {
            sql.append(" and (reported_at < :at or reported_at = :at and number < :before)");
        }
        if (search.open() != null) {
            sql.append(search.open() ? " and closed_at is null" : " and closed_at is not null");
        }
        if (search.service() != null) {
            sql.append(" and service = :service");
        }
        if (search.condition() != null) {
            sql.append(" and condition = :condition");
        }
        if (search.words() != null) {
            sql.append(" and (lower(summary) like :words escape '!' or lower(service) like :words escape '!')");
        }
        var before = search.before() == null ? null : get(search.before());
        return jdbc.sql(sql.append(" order by reported_at desc, number desc limit :limit")
                        .toString())
                .param("person", person)
                .param("at", before == null ? null : when(before.reportedAt()))
                .param("before", before == null ? null : before.id().number())
                .param("service", search.service())
                .param(
                        "condition",
                        search.condition() == null ? null : search.condition().toString())
                .param("words", search.words() == null ? null : Rows.like(search.words()))
                .param("limit", limit)
                .query(Incidents::incident)
                .list();
    }

    /** The incident goes on to a stage. */
    public void enter(IncidentId id, Stage stage) {
        change("stage = :stage")
                .param("stage", stage.toString())
                .param("number", id.number())
                .update();
        // Its row is ours, now that we have written it.
        ourTurn.begin(id);
        events.publishEvent(new IncidentMoved(id));
    }

    /** A fix was verified: the clock of the outage stops. */
    public void restored(IncidentId id) {
        change("condition = :condition, restored_at = :at")
                .param("condition", Condition.RESTORED.toString())
                .param("at", when(clock.instant()))
                .param("number", id.number())
                .update();
        events.publishEvent(new IncidentMoved(id));
    }

    /** The meeting decided that nothing is to be done. */
    public void needsNoFollowUps(IncidentId id, String because) {
        change("no_follow_ups_because = :because")
                .param("because", because)
                .param("number", id.number())
                .update();
    }

    /** Somebody says that the condition is another one than before. */
    public void changed(IncidentId id, Condition condition) {
        change("condition = :condition")
                .param("condition", condition.toString())
                .param("number", id.number())
                .update();
        events.publishEvent(new IncidentMoved(id));
    }

    /** It broke again: the condition is what it was reported as, and the clock of the outage runs. */
    public void reopened(IncidentId id) {
        change("condition = reported_as, restored_at = null")
                .param("number", id.number())
                .update();
        events.publishEvent(new IncidentMoved(id));
    }

    private StatementSpec change(String assignments) {
        ourTurn.changed(Incident.class);
        return jdbc.sql("update incident set %s where number = :number".formatted(assignments));
    }

    static Incident incident(ResultSet row, int index) throws SQLException {
        return new Incident(
                new IncidentId(row.getLong("number")),
                row.getString("service"),
                Condition.of(row.getString("reported_as")),
                Condition.of(row.getString("condition")),
                Stage.of(row.getString("stage")),
                row.getString("summary"),
                row.getString("reporter"),
                row.getBoolean("restricted"),
                row.getBoolean("drill"),
                at(row, "reported_at"),
                at(row, "restored_at"),
                at(row, "closed_at"),
                row.getString("no_follow_ups_because"),
                row.getString("retracted_because"),
                Rows.incident(row, "merged_into"),
                row.getString("circle"),
                at(row, "restricted_at"),
                row.getString("place"));
    }

    /**
     * What to look for; every part may be {@code null} and then asks nothing.
     *
     * @param before only those that were reported before this one
     */
    public record Search(Boolean open, String service, Condition condition, String words, IncidentId before) {

        public static final Search EVERYTHING = new Search(null, null, null, null, null);

        public Search before(IncidentId id) {
            return new Search(open, service, condition, words, id);
        }
    }
}
