package dev.ensemble.process;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Timeline;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.BeanFactory;

/**
 * An incident begins, whatever the way in: the report is checked and taken to the record in the starting transaction, and
 * its number becomes the business key.
 */
record IncidentReported(BeanFactory beans) implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        var reporter = text(execution, "reporter");
        var report = new Report(
                text(execution, "service"),
                text(execution, "condition"),
                text(execution, "summary"),
                reporter == null || reporter.isBlank() ? CurrentPerson.id() : reporter.strip(),
                isTrue(execution, "restricted"),
                isTrue(execution, "drill"),
                text(execution, "script"));
        var incident = beans.getBean(Incidents.class).report(report);
        beans.getBean(Recurrences.class).find(incident);
        execution.setProcessBusinessKey(incident.id().toString());
        execution.removeVariables();
        beans.getBean(Timeline.class)
                .happened(
                        incident.id(),
                        execution.getCurrentActivityId(),
                        execution.getCurrentActivityName(),
                        incident.reporter(),
                        incident.summary());
    }

    private static String text(DelegateExecution execution, String name) {
        var value = execution.getVariable(name);
        return value == null ? null : value.toString();
    }

    private static boolean isTrue(DelegateExecution execution, String name) {
        return "true".equalsIgnoreCase(text(execution, name));
    }
}
