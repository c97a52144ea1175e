package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Role;
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

    /** The role, in {@code role.bpmn}. */
    public Role role() {
        return new Role((String) given("role"));
    }

    /** The id of the follow-up, in {@code 6-follow-up.bpmn}. */
    public long followUp() {
        return ((Number) given("followUp")).longValue();
    }

    /** The id of the message, in {@code say.bpmn}. */
    public long message() {
        return ((Number) given("message")).longValue();
    }

    /** The id of what is said to everybody, in {@code weekly-digest.bpmn}. */
    public long notice() {
        return ((Number) given("notice")).longValue();
    }

    /** From here on, it is about this notice. */
    public void about(long notice) {
        execution.getProcessInstance().setVariable("notice", notice);
    }

    /** The user id of the person that a task in a row of equal ones is for. */
    public String person() {
        return (String) given("person");
    }

    /** Why the step before could not succeed. */
    public String why() {
        return (String) given("why");
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
