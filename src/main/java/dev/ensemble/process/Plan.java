package dev.ensemble.process;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.Stage;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The response plan: who is needed, by when, and what is asked of them. Read from the tables of the deployment that an
 * incident started on, so that it keeps its plan.
 */
@Component
public class Plan {

    static final int UNKNOWN_TIER = 2;

    /** A role that the plan has no questions of its own for, so that only those for everybody remain. */
    private static final Role ANYBODY = new Role("anybody");

    private final Tables tables;
    private final Incidents incidents;
    private final Catalogue catalogue;

    Plan(Tables tables, Incidents incidents, Catalogue catalogue) {
        this.tables = tables;
        this.incidents = incidents;
        this.catalogue = catalogue;
    }

    List<NeededRole> rolesNeeded(DelegateExecution execution) {
        return rows("rolesNeeded", execution, Map.of()).stream()
                .map(row -> new NeededRole(
                        new Role(row.getEntry("role")),
                        row.getEntry("askAgainAfter"),
                        ((Number) row.getEntry("askAtMost")).intValue(),
                        isRequired(row)))
                .toList();
    }

    /** Tables of incidents that began before there was the column wait for the moderator. */
    private static boolean isRequired(DmnDecisionResultEntries row) {
        var required = row.<Boolean>getEntry("required");
        return required == null ? Role.MODERATOR.key().equals(row.getEntry("role")) : required;
    }

    /** How long a task may take before it is overdue; empty where it may stand. */
    Optional<TemporalAmount> within(DelegateExecution execution, String task) {
        return rows("taskDeadlines", execution, Map.of("task", task)).stream()
                .findFirst()
                .map(row -> amount(row.getEntry("within")));
    }

    /** The questions that those in a role are asked before the meeting. */
    public List<String> questions(Token token, Role role) {
        return rows("reflectionQuestions", token.execution(), Map.of("role", role.key())).stream()
                .map(row -> row.<String>getEntry("question"))
                .toList();
    }

    /** The questions that learners are asked after the meeting. */
    public List<String> lookBackQuestions(Token token) {
        return rows("lookBackQuestions", token.execution(), Map.of()).stream()
                .map(row -> row.<String>getEntry("question"))
                .toList();
    }

    /** How long after the meeting learners can answer. */
    TemporalAmount lookBackWithin(DelegateExecution execution) {
        return amount(row("lookBack", execution, Map.of()).getEntry("within"));
    }

    /** How soon after a summary the interpreter is asked for the next one, an ISO-8601 duration. */
    String sumUpEvery(DelegateExecution execution) {
        return row("sumUp", execution, Map.of()).getEntry("every");
    }

    /** What a learner may watch while the incident is in a stage; empty where the plan says nothing. */
    public Optional<String> oneThingToWatch(Token token, Stage stage) {
        return rows("oneThingToWatch", token.execution(), Map.of("stage", stage.toString())).stream()
                .findFirst()
                .map(row -> row.getEntry("watch"));
    }

    /** How this incident is to be learned from. */
    public Learning learning(Token token) {
        return learning(token, incidents.get(token.incident()));
    }

    /** How another incident is to be learned from, by the plan that belongs to the diagram at hand. */
    public Learning learning(Token token, Incident incident) {
        var row = tables.row("learning", token.execution(), asked(incident));
        return new Learning(
                ((Number) row.getEntry("meetingWithinWorkingDays")).intValue(),
                ((Number) row.getEntry("meetingMinutes")).intValue(),
                amount(row.getEntry("watch")),
                amount(row.getEntry("lateAfter")));
    }

    /** The questions that everybody is asked, whatever their role. */
    public List<String> questionsForAll(Token token) {
        return questions(token, ANYBODY);
    }

    /** How people look back alone before they meet. */
    Reflecting reflecting(DelegateExecution execution) {
        var row = row("reflecting", execution, Map.of());
        return new Reflecting(
                ((Number) row.getEntry("answerWithinWorkingDays")).intValue(),
                row.getEntry("meetingOpens").equals("when-all-answered"));
    }

    /**
     * Whom to remind of a follow-up.
     *
     * @param event {@code due}, {@code late} or {@code to-verify}
     * @return {@code owner}, {@code anybody}, {@code group:…}, or the role whose last holder it is
     */
    public List<String> followUpReminders(Token token, String event) {
        return rows("followUpReminders", token.execution(), Map.of("event", event)).stream()
                .map(row -> row.<String>getEntry("remind"))
                .toList();
    }

    /** The roles that somebody should hold. */
    public List<Role> rolesNeeded(Token token) {
        return rolesNeeded(token.execution()).stream().map(NeededRole::role).toList();
    }

    /** How the role of a {@code role.bpmn} is to be found a holder. */
    public NeededRole needed(Token token) {
        return rolesNeeded(token.execution()).stream()
                .filter(needed -> needed.role().equals(token.role()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan needs no " + token.role()));
    }

    /** How long the role of a {@code role.bpmn} is held at a stretch, and how soon an offer of it is answered. */
    public RoleTimes roleTimes(Token token) {
        var row =
                row("roleTimes", token.execution(), Map.of("role", token.role().key()));
        return new RoleTimes(row.getEntry("answerWithin"), row.getEntry("suggestAfter"), row.getEntry("urgeAfter"));
    }

    /** What every table may ask: the condition as reported, the service, its tier, and whether it is practised. */
    private Map<String, Object> asked(Incident incident) {
        var tier = catalogue.named(incident.service()).map(Service::tier).orElse(UNKNOWN_TIER);
        return Map.of(
                "condition", incident.reportedAs().toString(),
                "service", incident.service(),
                "tier", tier,
                "drill", incident.drill());
    }

    private List<DmnDecisionResultEntries> rows(
            String decision, DelegateExecution execution, Map<String, Object> about) {
        return tables.rows(decision, execution, asked(execution, about));
    }

    private DmnDecisionResultEntries row(String decision, DelegateExecution execution, Map<String, Object> about) {
        return tables.row(decision, execution, asked(execution, about));
    }

    private Map<String, Object> asked(DelegateExecution execution, Map<String, Object> about) {
        var asked = new HashMap<>(asked(incidents.get(new Token(execution).incident())));
        asked.putAll(about);
        return asked;
    }

    private static TemporalAmount amount(String iso) {
        return iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
    }

    /**
     * @param askAgainAfter ISO-8601 duration
     * @param askAtMost how often, before the moderator is told
     * @param required whether the response waits for it, unless somebody goes on without
     */
    public record NeededRole(Role role, String askAgainAfter, int askAtMost, boolean required) {}

    /** All of them ISO-8601 durations. */
    public record RoleTimes(String answerWithin, String suggestAfter, String urgeAfter) {}

    /** @param opensWhenAllAnswered whether the meeting need not wait for its time once everybody has looked back */
    record Reflecting(int answerWithinWorkingDays, boolean opensWhenAllAnswered) {}

    /**
     * @param watch how long after a follow-up was verified we look whether the incident comes back
     * @param lateAfter how long after its due day a follow-up is late
     */
    public record Learning(
            int meetingWithinWorkingDays, int meetingMinutes, TemporalAmount watch, TemporalAmount lateAfter) {}
}
