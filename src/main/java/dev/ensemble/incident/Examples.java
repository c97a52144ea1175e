package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.ExampleIncident.Happened;
import dev.ensemble.incident.ExampleIncident.Held;
import dev.ensemble.incident.ExampleIncident.Met;
import dev.ensemble.incident.ExampleIncident.Promised;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Incidents to look at, which happened elsewhere: they are on record and over, and never ran here. */
@Repository
public class Examples {

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Learned learned;
    private final Recurrences recurrences;

    Examples(JdbcClient jdbc, Incidents incidents, Learned learned, Recurrences recurrences) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.learned = learned;
        this.recurrences = recurrences;
    }

    /** Whether an incident is one. */
    public boolean has(IncidentId incident) {
        return jdbc.sql("select count(*) from example where incident = :incident")
                        .param("incident", incident.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether one of this name has been taken in. */
    public boolean has(String name) {
        return jdbc.sql("select count(*) from example where name = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of this name has been taken in */
    @Transactional
    public IncidentId take(String name, ExampleIncident told) {
        jdbc.sql("insert into example (name) values (:name)")
                .param("name", name)
                .update();
        var id = incident(told);
        told.timeline().forEach(happened -> write(id, happened));
        told.roles().forEach(held -> write(id, held));
        told.causes().forEach(text -> learned.add(id, new Insight(Insight.Kind.CAUSE, text)));
        learned.lessons(id, told.lessons());
        told.wentWell().forEach(text -> learned.add(id, new Insight(Insight.Kind.WENT_WELL, text)));
        told.luck().forEach(text -> learned.add(id, new Insight(Insight.Kind.LUCK, text)));
        told.followUps().forEach(promised -> write(id, promised));
        if (told.meeting() != null) {
            write(id, told.meeting());
        }
        recurrences.find(incidents.get(id));
        if (told.sameAs() != null) {
            write(id, told, earlier(told.sameAs()));
        }
        jdbc.sql("update example set incident = :incident where name = :name")
                .param("incident", id.number())
                .param("name", name)
                .update();
        return id;
    }

    private IncidentId incident(ExampleIncident told) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into incident (service, reported_as, condition, stage, summary, reporter, restricted, drill,
                            reported_at, restored_at, closed_at)
                        values (:service, :reportedAs, :condition, :stage, :summary, :reporter, false, false,
                            :reportedAt, :restoredAt, :closedAt)""")
                .param("service", told.service())
                .param("reportedAs", Condition.of(told.reportedAs()).toString())
                .param("condition", Condition.RESTORED.toString())
                .param("stage", Stage.CLOSED.toString())
                .param("summary", told.summary())
                .param("reporter", told.reporter())
                .param("reportedAt", when(told.reportedAt()))
                .param("restoredAt", when(told.restoredAt()))
                .param("closedAt", when(told.closedAt()))
                .update(key, "number");
        var id = new IncidentId(key.getKeyAs(Long.class));
        jdbc.sql("""
                        insert into condition_change (incident, at, person, was, became)
                        values (:incident, :at, :person, :was, :became)""")
                .param("incident", id.number())
                .param("at", when(told.restoredAt()))
                .param("person", told.reporter())
                .param("was", told.reportedAs())
                .param("became", Condition.RESTORED.toString())
                .update();
        return id;
    }

    private void write(IncidentId id, Happened happened) {
        var isFinding = happened.label() == null;
        jdbc.sql("""
                        insert into timeline_entry (incident, at, kind, label, person, text)
                        values (:incident, :at, :kind, :label, :person, :text)""")
                .param("incident", id.number())
                .param("at", when(happened.at()))
                .param("kind", (isFinding ? TimelineEntry.Kind.FINDING : TimelineEntry.Kind.EVENT).toString())
                .param("label", isFinding ? "Finding" : happened.label())
                .param("person", happened.person())
                .param("text", happened.text())
                .update();
    }

    private void write(IncidentId id, Held held) {
        jdbc.sql("""
                        insert into tenure (incident, role, person, since, until, reason)
                        values (:incident, :role, :person, :since, :until, :reason)""")
                .param("incident", id.number())
                .param("role", held.role())
                .param("person", held.person())
                .param("since", when(held.since()))
                .param("until", when(held.until()))
                .param("reason", held.reason())
                .update();
    }

    private void write(IncidentId id, Met met) {
        jdbc.sql("insert into meeting (incident, at, minutes, held_at) values (:incident, :at, :minutes, :at)")
                .param("incident", id.number())
                .param("at", when(met.at()))
                .param("minutes", met.minutes())
                .update();
    }

    private void write(IncidentId id, Promised promised) {
        jdbc.sql("""
                        insert into follow_up (incident, action, owner, due, done_when, kind, state, evidence, verified_by,
                            verified_at, reason, ended_at)
                        values (:incident, :action, :owner, :due, :doneWhen, :kind, :state, :evidence, :verifiedBy,
                            :verifiedAt, :reason, :endedAt)""")
                .param("incident", id.number())
                .param("action", promised.action())
                .param("owner", promised.owner())
                .param("due", promised.due())
                .param("doneWhen", promised.doneWhen())
                .param(
                        "kind",
                        promised.kind() == null ? null : kind(promised.kind()).toString())
                .param("state", FollowUp.State.of(promised.state()).toString())
                .param("evidence", promised.evidence())
                .param("verifiedBy", promised.verifiedBy())
                .param("verifiedAt", when(promised.verifiedAt()))
                .param("reason", promised.reason())
                .param("endedAt", when(promised.endedAt()))
                .update();
    }

    private static FollowUp.Kind kind(String text) {
        return FollowUp.Kind.named(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("The kind of a follow-up is \"%s\"; say one of %s, like %s."
                                .formatted(text, List.of(FollowUp.Kind.values()), FollowUp.Kind.PREVENT)));
    }

    private IncidentId earlier(String name) {
        return jdbc.sql("select incident from example where name = :name")
                .param("name", name)
                .query(Long.class)
                .optional()
                .map(IncidentId::new)
                .orElseThrow(() -> new IllegalArgumentException(
                        "sameAs is \"%s\"; name the file of an earlier example, without its ending.".formatted(name)));
    }

    /** As their meeting said it, when it did. */
    private void write(IncidentId id, ExampleIncident told, IncidentId earlier) {
        var at = when(told.meeting().at());
        jdbc.sql("""
                        update recurrence set state = :confirmed, decided_by = :by, decided_at = :at
                        where incident = :incident and earlier = :earlier""")
                .param("confirmed", Recurrence.State.CONFIRMED.toString())
                .param("by", told.roles().get(0).person())
                .param("at", at)
                .param("incident", id.number())
                .param("earlier", earlier.number())
                .update();
        told.didNotHold()
                .forEach(action -> jdbc.sql("""
                        update follow_up set state = :state, did_not_hold_in = :incident
                        where incident = :earlier and action = :action""")
                        .param("state", FollowUp.State.DID_NOT_HOLD.toString())
                        .param("incident", id.number())
                        .param("earlier", earlier.number())
                        .param("action", action)
                        .update());
    }
}
