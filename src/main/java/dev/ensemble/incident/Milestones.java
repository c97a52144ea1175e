package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Corrections.Kept;
import dev.ensemble.incident.HandOver.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The times that the record itself keeps, and figures are made of: they follow the timeline entry of the task that set them.
 * A task sets them just before its entry is written, so they are the last ones before it.
 */
@Component
class Milestones {

    private static final Set<String> ABOUT_SOMETHING =
            Set.of("takeRole", "acceptRole", "verifyFollowUp", "acceptFollowUp", "doFollowUp");

    private static final String LAST_TENURE = """
            select id from tenure
            where incident = :incident and came_from is null and role = :about and since <= :was
            order by since desc, id desc limit 1""";

    private static final String LAST_ANSWER = """
            select id from hand_over
            where incident = :incident and role = :about and answered_at <= :was
            order by answered_at desc, id desc limit 1""";

    private final JdbcClient jdbc;
    private final OurTurn ourTurn;

    Milestones(JdbcClient jdbc, OurTurn ourTurn) {
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
    }

    /** @throws Refused when roles would be held by two at a time, or a follow-up's end would come before its work */
    void moved(IncidentId incident, Kept kept, Instant at) {
        if (kept.box() == null) {
            return;
        }
        if (kept.about() == null && ABOUT_SOMETHING.contains(kept.box())) {
            throw new Conflict(
                    "This was written down before times could be corrected, so the record does not know of what.");
        }
        switch (kept.box()) {
            case "takeRole" -> taken(incident, kept, at);
            case "acceptRole" -> answered(incident, kept, at);
            case "verifyFix" -> restored(incident, kept, at);
            case "holdMeeting" -> held(incident, kept, at);
            case "doByHand" -> saidByHand(incident, kept, at);
            case "verifyFollowUp" ->
                ofFollowUp(
                        "update follow_up set verified_at = :at where id = :followUp and verified_at <= :was",
                        kept,
                        at);
            case "acceptFollowUp" -> endedAs(FollowUp.State.DECLINED, kept, at);
            case "doFollowUp" -> endedAs(FollowUp.State.LET_GO, kept, at);
            default -> {
                // nothing else keeps the time of it
            }
        }
    }

    private void taken(IncidentId incident, Kept kept, Instant at) {
        ourTurn.changed(Tenure.class);
        of(incident, "update tenure set since = :at where id = (%s)".formatted(LAST_TENURE), kept, at);
        checkTenures(incident, kept.about());
    }

    private void answered(IncidentId incident, Kept kept, Instant at) {
        var accepted = jdbc.sql("select count(*) from hand_over where outcome = :accepted and id = (%s)"
                                .formatted(LAST_ANSWER))
                        .param("accepted", Outcome.ACCEPTED.toString())
                        .params(about(incident, kept))
                        .query(Integer.class)
                        .single()
                > 0;
        of(incident, "update hand_over set answered_at = :at where id = (%s)".formatted(LAST_ANSWER), kept, at);
        if (accepted) {
            // The role is at no time empty: one's time ends when the other's begins.
            of(incident, """
                    update tenure set until = :at where id = (
                        select former.id from tenure former
                        where former.incident = :incident and former.came_from is null and former.role = :about
                        and former.id < (%s) order by former.id desc limit 1)""".formatted(LAST_TENURE), kept, at);
            taken(incident, kept, at);
        }
        if (jdbc.sql("select count(*) from hand_over where incident = :incident and answered_at < offered_at")
                        .param("incident", incident.number())
                        .query(Integer.class)
                        .single()
                > 0) {
            throw new Refused("at", "The role was offered only later.");
        }
    }

    private void checkTenures(IncidentId incident, String role) {
        var wrong = jdbc.sql("""
                        select count(*) from tenure one
                        where one.incident = :incident and one.role = :role
                        and (one.until < one.since or exists (
                            select 1 from tenure other
                            where other.incident = one.incident and other.role = one.role
                            and other.id > one.id and other.since < one.until))""")
                .param("incident", incident.number())
                .param("role", role)
                .query(Integer.class)
                .single();
        if (wrong > 0) {
            throw new Refused("at", "Two would have held the role at that time, or one not at all.");
        }
    }

    private void restored(IncidentId incident, Kept kept, Instant at) {
        if (isLast(incident, kept)) {
            ourTurn.changed(Incident.class);
            var restored = jdbc.sql(
                            "update incident set restored_at = :at where number = :incident and restored_at is not null")
                    .param("at", when(at))
                    .param("incident", incident.number())
                    .update();
            if (restored > 0) {
                jdbc.sql("""
                                update condition_change set at = :at where id = (
                                    select max(id) from condition_change
                                    where incident = :incident and became = :restored)""")
                        .param("at", when(at))
                        .param("incident", incident.number())
                        .param("restored", Condition.RESTORED.toString())
                        .update();
            }
        }
    }

    private void held(IncidentId incident, Kept kept, Instant at) {
        if (isLast(incident, kept)) {
            jdbc.sql("update meeting set held_at = :at where incident = :incident and held_at is not null")
                    .param("at", when(at))
                    .param("incident", incident.number())
                    .update();
        }
    }

    /** Of what is said by hand, only when the announcement was said is counted. */
    private void saidByHand(IncidentId incident, Kept kept, Instant at) {
        of(incident, """
                update message set settled_at = :at where kind = 'announcement' and id = (
                    select id from message
                    where incident = :incident and state in ('said-by-hand', 'not-needed') and settled_at <= :was
                    order by settled_at desc, id desc limit 1)""", kept, at);
    }

    private void endedAs(FollowUp.State state, Kept kept, Instant at) {
        ofFollowUp(
                "update follow_up set ended_at = :at where id = :followUp and ended_at <= :was and state = '%s'"
                        .formatted(state),
                kept,
                at);
    }

    private void ofFollowUp(String sql, Kept kept, Instant at) {
        var followUp = Long.parseLong(kept.about());
        var last = jdbc.sql(
                        "select max(id) from timeline_entry where box = :box and about = :about and incident = :incident")
                .param("box", kept.box())
                .param("about", kept.about())
                .param("incident", kept.incident().number())
                .query(Long.class)
                .single();
        if (last == kept.entry().id()) {
            jdbc.sql(sql)
                    .param("at", when(at))
                    .param("was", when(kept.entry().at()))
                    .param("followUp", followUp)
                    .update();
        }
        if (jdbc.sql("select count(*) from follow_up where id = :id and ended_at < verified_at")
                        .param("id", followUp)
                        .query(Integer.class)
                        .single()
                > 0) {
            throw new Refused("at", "The follow-up had ended by then.");
        }
    }

    private boolean isLast(IncidentId incident, Kept kept) {
        return jdbc.sql("""
                        select max(id) from timeline_entry
                        where incident = :incident and box = :box and came_from is null""")
                        .param("incident", incident.number())
                        .param("box", kept.box())
                        .query(Long.class)
                        .single()
                == kept.entry().id();
    }

    private void of(IncidentId incident, String sql, Kept kept, Instant at) {
        jdbc.sql(sql).params(about(incident, kept)).param("at", when(at)).update();
    }

    private static Map<String, Object> about(IncidentId incident, Kept kept) {
        return kept.about() == null
                ? Map.of("incident", incident.number(), "was", when(kept.entry().at()))
                : Map.of("incident", incident.number(), "was", when(kept.entry().at()), "about", kept.about());
    }
}
