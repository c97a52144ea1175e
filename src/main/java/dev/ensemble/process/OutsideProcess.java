package dev.ensemble.process;

import dev.ensemble.incident.Audience;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Obligation;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Refused;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Word to those outside, as the process hears of it. */
@Component
public class OutsideProcess {

    private static final String AUDIENCE = "audience";

    private final IncidentProcess process;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;
    private final Incidents incidents;
    private final Obligations obligations;
    private final OutsideUpdates updates;

    OutsideProcess(
            IncidentProcess process,
            RuntimeService runtime,
            TaskService tasks,
            Unchecked unchecked,
            Incidents incidents,
            Obligations obligations,
            OutsideUpdates updates) {
        this.process = process;
        this.runtime = runtime;
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.incidents = incidents;
        this.obligations = obligations;
        this.updates = updates;
    }

    /**
     * Those outside are told something: it meets what they are owed now; where nothing is due, they hear it ahead of time.
     *
     * @param text may be {@code null} with {@code noChange}: nothing has changed since they were told last
     * @param audience {@code null} for all that are owed something
     * @throws Refused when the text cannot be taken, or the incident has no such audience
     * @throws Conflict when nobody is to be told now, or somebody has told them meanwhile
     */
    public void told(IncidentId incident, String text, boolean noChange, String audience) {
        var last = lastUpdate(incident);
        process.inTurn(incident, () -> {
            checkKnown(incident, audience);
            if (lastUpdate(incident) != last) {
                throw new Conflict("Somebody else has just told them something. Look at that first.");
            }
            var owed = open(incident, audience);
            if (owed.isEmpty()) {
                tell(incident, "wordWanted", audience);
                owed = open(incident, audience);
            }
            if (owed.isEmpty()) {
                throw new Conflict(nobodyIsOwed(incidents.get(incident), audience));
            }
            owed.forEach(task ->
                    tasks.complete(task.getId(), Map.of("update", text == null ? "" : text, "noChange", noChange)));
        });
    }

    /** Those outside have to hear that the condition is another one. */
    void conditionChanged(IncidentId incident) {
        tell(incident, "conditionChanged", null);
    }

    /**
     * It was nothing, or it is a part of another incident: what was owed until now is not owed any more.
     *
     * @return to whom it was, for people to read; empty for nobody
     */
    String over(IncidentId incident) {
        var owed = obligations.of(incident).stream()
                .filter(obligation -> obligation.endedAt() == null)
                .map(obligation -> Audience.label(obligation.audience()))
                .collect(Collectors.joining(", "));
        obligations.over(incident);
        return owed;
    }

    /** For whom the incident's process runs, told or not. */
    List<String> audiences(IncidentId incident) {
        return unchecked.ask(() -> {
            var instances = runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(Diagrams.TELL_OUTSIDE)
                    .processInstanceBusinessKey(incident.toString())
                    .list()
                    .stream()
                    .map(ProcessInstance::getId)
                    .toArray(String[]::new);
            return instances.length == 0
                    ? List.<String>of()
                    : runtime
                            .createVariableInstanceQuery()
                            .processInstanceIdIn(instances)
                            .variableName(AUDIENCE)
                            .list()
                            .stream()
                            .map(VariableInstance::getValue)
                            .map(String.class::cast)
                            .toList();
        });
    }

    private void tell(IncidentId incident, String message, String audience) {
        unchecked.run(() -> {
            var waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(Diagrams.TELL_OUTSIDE)
                    .processInstanceBusinessKey(incident.toString())
                    .messageEventSubscriptionName(message);
            if (audience != null) {
                waiting.processVariableValueEquals(AUDIENCE, audience);
            }
            waiting.list().forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        });
    }

    private List<Task> open(IncidentId incident, String audience) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(incident.toString())
                .taskDefinitionKey("tellOutside");
        if (audience != null) {
            open.processVariableValueEquals(AUDIENCE, audience);
        }
        return open.orderByTaskCreateTime().asc().list();
    }

    private void checkKnown(IncidentId incident, String audience) {
        var known = new TreeSet<>(audiences(incident));
        obligations.of(incident).stream().map(Obligation::audience).forEach(known::add);
        if (audience != null && !known.contains(audience)) {
            throw new Refused(
                    AUDIENCE,
                    known.isEmpty()
                            ? "Nobody outside is told about this incident."
                            : "The plan tells others about this incident. Say one of %s, or leave it out for all."
                                    .formatted(String.join(", ", known)));
        }
    }

    private static String nobodyIsOwed(Incident incident, String audience) {
        if (incident.isOver()) {
            return "%s is %s.".formatted(incident.id(), incident.stage());
        }
        return audience == null
                ? "Nobody outside is owed a word of %s now.".formatted(incident.id())
                : "%s: no word is owed to %s now.".formatted(incident.id(), Audience.label(audience));
    }

    private long lastUpdate(IncidentId incident) {
        return updates.of(incident).stream().map(OutsideUpdate::id).collect(Collectors.reducing(0L, Math::max));
    }
}
