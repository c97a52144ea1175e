package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which incidents only a few people may know of, and where these speak of them. */
@Repository
public class Restrictions {

    private final JdbcClient jdbc;
    private final OurTurn ourTurn;
    private final Clock clock;

    Restrictions(JdbcClient jdbc, OurTurn ourTurn, Clock clock) {
        this.jdbc = jdbc;
        this.ourTurn = ourTurn;
        this.clock = clock;
    }

    /**
     * From now on only a few people may know of it; and of what became a part of it, which shows in its history.
     *
     * @param circle the tenant that what the engine keeps about it belongs to
     * @param because why, {@code null} where it is so from the first second
     */
    public void begin(IncidentId id, String circle, String because) {
        ourTurn.changed(Incident.class);
        withParts(id)
                .forEach(part -> jdbc.sql("""
                        update incident
                        set restricted = true, circle = :circle, restricted_at = :at, restricted_because = :because
                        where number = :number""")
                        .param("circle", circle)
                        .param("at", when(clock.instant()))
                        .param("because", because)
                        .param("number", part.number())
                        .update());
        withParts(id).forEach(this::notNamedByFollowUps);
    }

    /** That it showed a follow-up of an incident for everybody not to hold stays known; in which one, does not. */
    private void notNamedByFollowUps(IncidentId id) {
        jdbc.sql("""
                        select distinct follow_up.incident from follow_up
                        join incident on incident.number = follow_up.incident
                        where follow_up.did_not_hold_in = :number and incident.restricted = false""")
                .param("number", id.number())
                .query(Long.class)
                .list()
                .forEach(incident -> notNamedIn(incident, id));
    }

    private void notNamedIn(long incident, IncidentId id) {
        jdbc.sql("""
                        update follow_up set did_not_hold_in = null
                        where did_not_hold_in = :number and incident = :incident""").param("number", id.number()).param("incident", incident).update();
        jdbc.sql("""
                        update timeline_entry set text = replace(text, :named, '')
                        where incident = :incident and label = :label and text like :ending""")
                .param("named", DidNotHold.where(id))
                .param("incident", incident)
                .param("label", DidNotHold.LABEL)
                .param("ending", "%" + DidNotHold.where(id))
                .update();
    }

    /** Where it is said from now on, with its parts: a private channel's id, or {@link Incident#NOWHERE}. */
    public void saidIn(IncidentId id, String place) {
        ourTurn.changed(Incident.class);
        withParts(id)
                .forEach(part -> jdbc.sql("update incident set place = :place where number = :number")
                        .param("place", place)
                        .param("number", part.number())
                        .update());
    }

    /** It, and those that were merged into it, or into one of these. */
    public List<IncidentId> withParts(IncidentId id) {
        var all = new ArrayList<>(List.of(id));
        for (var at = 0; at < all.size(); at++) {
            jdbc.sql("select number from incident where merged_into = :number order by number")
                    .param("number", all.get(at).number())
                    .query(Long.class)
                    .list()
                    .forEach(number -> all.add(new IncidentId(number)));
        }
        return all;
    }
}
