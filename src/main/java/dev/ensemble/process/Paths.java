package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentOver;
import dev.ensemble.incident.KeptPaths;
import dev.ensemble.incident.KeptPaths.KeptPath;
import dev.ensemble.incident.Passage;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Which way incidents took through their diagrams: as the engine remembers it, and as we keep it when it forgets. */
@Component
public class Paths {

    private static final String EACH = "#multiInstanceBody";

    private final HistoryService history;
    private final RepositoryService repository;
    private final Unchecked unchecked;
    private final KeptPaths kept;

    Paths(HistoryService history, RepositoryService repository, Unchecked unchecked, KeptPaths kept) {
        this.history = history;
        this.repository = repository;
        this.unchecked = unchecked;
        this.kept = kept;
    }

    /** Empty for an incident that did not run here, or whose version of the diagram is gone. */
    public Optional<Path> of(IncidentId incident) {
        return remembered(incident)
                .or(() -> kept.of(incident))
                .flatMap(path -> drawing(path.diagram()).map(drawing -> new Path(drawing, path.passages())));
    }

    /** What the engine writes is there to be read after the commit only. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(IncidentOver over) {
        remembered(over.incident())
                .filter(path -> kept.of(over.incident()).isEmpty())
                .ifPresent(path -> kept.keep(over.incident(), path.diagram(), path.passages()));
    }

    private Optional<KeptPath> remembered(IncidentId incident) {
        return unchecked.ask(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(Diagrams.INCIDENT)
                        .processInstanceBusinessKey(incident.toString())
                        .singleResult())
                .map(instance -> new KeptPath(instance.getProcessDefinitionId(), passages(instance))));
    }

    private List<Passage> passages(HistoricProcessInstance instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(activity -> !isOneOfMany(activity))
                .map(Paths::passage)
                .toList();
    }

    /** What is done for each of several is one passage: the one of the body around them. */
    private static boolean isOneOfMany(HistoricActivityInstance activity) {
        return activity.getParentActivityInstanceId().startsWith(activity.getActivityId() + EACH);
    }

    private static Passage passage(HistoricActivityInstance activity) {
        return new Passage(
                activity.getActivityId().replace(EACH, ""),
                activity.getStartTime().toInstant(),
                Optional.ofNullable(activity.getEndTime()).map(Date::toInstant).orElse(null),
                activity.isCanceled());
    }

    private Optional<Drawing> drawing(String diagram) {
        return unchecked
                .ask(() -> repository.createProcessDefinitionQuery().processDefinitionId(diagram).list().stream()
                        .findFirst())
                .map(definition ->
                        Drawings.of(unchecked.ask(() -> repository.getBpmnModelInstance(definition.getId()))));
    }
}
