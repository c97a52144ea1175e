package dev.ensemble;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Reporting;
import dev.ensemble.incident.Rows;
import dev.ensemble.incident.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents that were over long ago, in the record only: the process has forgotten them. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Past {

    private final Incidents incidents;
    private final Reporting reporting;
    private final Learned learned;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private IncidentId incident;

    Past(Incidents incidents, Reporting reporting, Learned learned, Timeline timeline, JdbcClient jdbc) {
        this.incidents = incidents;
        this.reporting = reporting;
        this.learned = learned;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /** Rosa reported this then. */
    public Past reported(Instant at, String service, String summary) {
        return reported(at, new Report(service, "down", summary, "rosa", false, false));
    }

    public Past reported(Instant at, Report report) {
        incident = reporting.report(report).id();
        timeline.happened(incident, "StartEvent_incidentReported", "Incident reported", "rosa", report.summary());
        return set("incident set reported_at = :at, stage = 'closed', closed_at = :at where number", at);
    }

    public Past causes(String... texts) {
        List.of(texts).forEach(text -> learned.add(incident, new Insight(Insight.Kind.CAUSE, text)));
        return this;
    }

    public Past lessons(String... texts) {
        learned.lessons(incident, List.of(texts));
        return this;
    }

    public Past found(String text) {
        timeline.found(incident, "eli", text, null);
        return this;
    }

    /** The announcement stood in Slack so long after the report. */
    public Past announced(Duration after) {
        jdbc.sql("""
                        insert into message (incident, kind, words, mark, state, added_at, settled_at)
                        values (:incident, 'announcement', 'announcement', :mark, 'said', :at, :at)""")
                .param("incident", incident.number())
                .param("mark", UUID.randomUUID())
                .param("at", Rows.when(record().reportedAt().plus(after)))
                .update();
        return this;
    }

    public Past moderated(Duration after) {
        return held("moderator", "maya", after);
    }

    public Past held(String role, String person, Duration after) {
        jdbc.sql("insert into tenure (incident, role, person, since) values (:incident, :role, :person, :since)")
                .param("incident", incident.number())
                .param("role", role)
                .param("person", person)
                .param("since", Rows.when(record().reportedAt().plus(after)))
                .update();
        return this;
    }

    public Past restored(Duration after) {
        return set(
                "incident set restored_at = :at, condition = 'restored' where number",
                record().reportedAt().plus(after));
    }

    public Past met(Duration after) {
        jdbc.sql("insert into meeting (incident, at, minutes, held_at) values (:incident, :at, 50, :at)")
                .param("incident", incident.number())
                .param("at", Rows.when(record().reportedAt().plus(after)))
                .update();
        return this;
    }

    /** A follow-up in that state that was due on a day and ended then; {@code null} for not yet. */
    public Past promised(String action, String state, Duration due, Duration ended) {
        var end = ended == null ? null : Rows.when(record().reportedAt().plus(ended));
        jdbc.sql("""
                        insert into follow_up (incident, action, owner, due, done_when, state, verified_at, ended_at)
                        values (:incident, :action, 'eli', :due, 'It shows', :state, :verified, :ended)""")
                .param("incident", incident.number())
                .param("action", action)
                .param("due", Rows.when(record().reportedAt().plus(due)).toLocalDate())
                .param("state", state)
                .param("verified", state.equals("ended") || state.equals("verified") ? end : null)
                .param("ended", end)
                .update();
        return this;
    }

    /** What cannot be reported yet, or only by the process. */
    public Past is(String assignment) {
        jdbc.sql("update incident set %s where number = :incident".formatted(assignment))
                .param("incident", incident.number())
                .update();
        return this;
    }

    public IncidentId id() {
        return incident;
    }

    public Incident record() {
        return incidents.get(incident);
    }

    private Past set(String change, Instant at) {
        jdbc.sql("update %s = :incident".formatted(change))
                .param("at", Rows.when(at))
                .param("incident", incident.number())
                .update();
        return this;
    }
}
