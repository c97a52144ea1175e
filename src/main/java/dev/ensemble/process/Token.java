package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.TriageId;
import dev.ensemble.incident.Word;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Where we are in a diagram: for which incident, and for which of its roles, follow-ups or messages. */
public final class Token {

    private final DelegateExecution execution;

    Token(DelegateExecution execution) {
        this.execution = execution;
    }

    public IncidentId incident() {
        return IncidentId.of(execution.getProcessBusinessKey());
    }

    /** Whether it is about an incident, and not about an alert. */
    boolean isAboutIncident() {
        return !TriageId.isSpelledSo(execution.getProcessBusinessKey());
    }

    /** The triage, in {@code triage.bpmn}. */
    public TriageId triage() {
        return new TriageId(((Number) given("triage")).longValue());
    }

    /** The role, in {@code role.bpmn}. */
    public Role role() {
        return new Role((String) given("role"));
    }

    /** The id of the follow-up, in {@code 6-follow-up.bpmn}. */
    public long followUp() {
        return ((Number) given("followUp")).longValue();
    }

    /** The key of those outside who are to be told, in {@code tell-outside.bpmn} and {@code obligation.bpmn}. */
    public String audience() {
        return (String) given("audience");
    }

    /** What they are to be told, in {@code obligation.bpmn}. */
    public Word word() {
        return Word.of((String) given("word"));
    }

    /** The id of the message, in {@code say.bpmn}. */
    public long message() {
        return ((Number) given("message")).longValue();
    }

    /** The id of the message that reminds, in {@code remind.bpmn}. */
    public long nudge() {
        return ((Number) given("nudge")).longValue();
    }

    /** The id of what is taken to another system, in {@code delivery.bpmn}. */
    public long delivery() {
        return ((Number) given("delivery")).longValue();
    }

    /** What tells this run of the diagram from all others. */
    public String round() {
        return execution.getProcessInstanceId();
    }

    /** The id of the step that was left out. */
    public long step() {
        return ((Number) given("step")).longValue();
    }

    /** The user id of the person that a task in a row of equal ones is for. */
    public String person() {
        return (String) given("person");
    }

    /** Why the step before could not succeed. */
    public String why() {
        return (String) given("why");
    }

    /** The role's key or the follow-up's id where it is about one, {@code null} where it is about the incident. */
    String about() {
        var role = (String) execution.getVariable("role");
        var followUp = (Number) execution.getVariable("followUp");
        return role == null && followUp != null ? String.valueOf(followUp.longValue()) : role;
    }

    /** Whether the diagram that it is in has this box; an incident keeps the version that it began on. */
    public boolean isDrawn(String box) {
        return execution.getBpmnModelInstance().getModelElementById(box) != null;
    }

    /** Answers what a gateway further on asks. */
    public void answer(String question, boolean yes) {
        execution.getProcessInstance().setVariable(question, yes);
    }

    DelegateExecution execution() {
        return execution;
    }

    private Object given(String name) {
        var value = execution.getVariable(name);
        if (value == null) {
            throw new IllegalStateException("%s has no %s here".formatted(execution.getCurrentActivityName(), name));
        }
        return value;
    }
}
