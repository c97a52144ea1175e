package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.TriageId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Puts the newest version of the diagrams under incidents that run on an older one. An incident moves as a whole, with its
 * roles, follow-ups and messages, or not at all; where it stands now has to be drawn in the new version, too.
 */
@Component
public class RunningIncidents {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final OneAtATime turns;

    RunningIncidents(RepositoryService repository, RuntimeService runtime, OneAtATime turns) {
        this.repository = repository;
        this.runtime = runtime;
        this.turns = turns;
    }

    /**
     * Each incident that runs on an older version, and whether it can move.
     *
     * @param tryOnly everything is done and then taken back
     * @throws NotAllowed when whoever asks does not look after the process
     */
    public List<Move> toNewestVersion(boolean tryOnly) {
        try {
            var newest = newest();
            return older(newest).stream()
                    .map(incident -> move(incident, newest, tryOnly))
                    .toList();
        } catch (AuthorizationException e) {
            throw new NotAllowed(e.getUserId(), e);
        }
    }

    private Move move(IncidentId incident, Map<String, ProcessDefinition> newest, boolean tryOnly) {
        try {
            return turns.on(incident, () -> {
                var cannot = parts(incident).stream()
                        .flatMap(part -> moved(part, newest.get(part.getProcessDefinitionKey())))
                        .distinct()
                        .toList();
                if (tryOnly || !cannot.isEmpty()) {
                    throw new TakenBack(cannot);
                }
                return new Move(incident.toString(), true, List.of());
            });
        } catch (TakenBack e) {
            return new Move(incident.toString(), false, e.cannot);
        }
    }

    /** @return why it cannot move; empty when it has */
    private Stream<String> moved(ProcessInstance part, ProcessDefinition target) {
        if (target == null) {
            return Stream.of("There is no \"%s\" any more.".formatted(part.getProcessDefinitionKey()));
        }
        if (part.getProcessDefinitionId().equals(target.getId())) {
            return Stream.empty();
        }
        try {
            var plan = runtime.createMigrationPlan(part.getProcessDefinitionId(), target.getId())
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan).processInstanceIds(part.getId()).execute();
            return Stream.empty();
        } catch (MigratingProcessInstanceValidationException e) {
            return e.getValidationReport().getActivityInstanceReports().stream()
                    .map(report -> "It stands at \"%s\" of \"%s\", which is not drawn in the new version."
                            .formatted(report.getSourceScopeId(), target.getName()));
        } catch (MigrationPlanValidationException e) {
            return Stream.of("\"%s\" changed too much: %s".formatted(target.getName(), e.getMessage()));
        }
    }

    private Map<String, ProcessDefinition> newest() {
        var deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Diagrams.INCIDENT)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        return repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, definition -> definition));
    }

    private List<ProcessInstance> parts(IncidentId incident) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(incident.toString())
                .active()
                .unlimitedList();
    }

    private List<IncidentId> older(Map<String, ProcessDefinition> newest) {
        var current = newest.values().stream().map(ProcessDefinition::getId).collect(Collectors.toSet());
        return runtime.createProcessInstanceQuery().active().unlimitedList().stream()
                .filter(instance ->
                        instance.getBusinessKey() != null && !TriageId.isSpelledSo(instance.getBusinessKey()))
                .filter(instance -> !current.contains(instance.getProcessDefinitionId()))
                .map(instance -> IncidentId.of(instance.getBusinessKey()))
                .distinct()
                .sorted(Comparator.comparingLong(IncidentId::number))
                .toList();
    }

    /** Ends the transaction without a trace. */
    private static class TakenBack extends RuntimeException {

        private final transient List<String> cannot;

        TakenBack(List<String> cannot) {
            this.cannot = cannot;
        }
    }

    /**
     * @param moved whether it runs on the newest version now
     * @param cannot why it could not move; empty when it did, or could have
     */
    public record Move(String incident, boolean moved, List<String> cannot) {}
}
