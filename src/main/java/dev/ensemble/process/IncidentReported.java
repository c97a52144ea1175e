package dev.ensemble.process;

import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Reporting;
import dev.ensemble.incident.Restrictions;
import dev.ensemble.incident.Timeline;
import java.util.Map;
import java.util.Objects;
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
        var incident = beans.getBean(Reporting.class).report(read(execution.getVariables()));
        execution.setProcessBusinessKey(incident.id().toString());
        if (incident.restricted()) {
            beans.getBean(Restrictions.class)
                    .begin(incident.id(), Objects.requireNonNull(execution.getTenantId()), null);
        }
        beans.getBean(Recurrences.class).find(incident);
        execution.removeVariables();
        beans.getBean(Timeline.class)
                .happened(
                        incident.id(),
                        execution.getCurrentActivityId(),
                        execution.getCurrentActivityName(),
                        incident.reporter(),
                        incident.summary());
        beans.getBean(Reporting.class).begun(incident.id());
    }

    /** What was entered, whoever enters it being the reporter where nobody is named. */
    static Report read(Map<String, Object> entered) {
        var reporter = text(entered, "reporter");
        return new Report(
                text(entered, "service"),
                text(entered, "condition"),
                text(entered, "summary"),
                reporter == null || reporter.isBlank() ? CurrentPerson.id() : reporter.strip(),
                isTrue(entered, "restricted"),
                isTrue(entered, "drill"),
                text(entered, "script"));
    }

    private static String text(Map<String, Object> entered, String name) {
        var value = entered.get(name);
        return value == null ? null : value.toString();
    }

    private static boolean isTrue(Map<String, Object> entered, String name) {
        return "true".equalsIgnoreCase(text(entered, name));
    }
}
