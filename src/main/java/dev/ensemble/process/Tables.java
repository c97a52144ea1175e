package dev.ensemble.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The decision tables, read from the deployment that an incident started on, so that it keeps its policy. */
@Component
class Tables {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    /** A table of a deployment is always the same, and is asked dozens of times for one incident. */
    private final Map<List<String>, DmnDecision> known = new ConcurrentHashMap<>();

    /** What was asked lately and what hit; not for longer, as a table may look at the clock by itself. */
    private final Cache<Question, List<DmnDecisionResultEntries>> answered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    /**
     * The one rule that hits.
     *
     * @throws IllegalStateException when none does, in words for whoever keeps the tables
     */
    DmnDecisionResultEntries row(String table, DelegateExecution execution, Map<String, Object> asked) {
        return rows(table, execution, asked).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The table %s has no row for %s. Add one to the plan, and restart.".formatted(table, asked)));
    }

    /** The rules that hit, in the order of their table. */
    List<DmnDecisionResultEntries> rows(String table, DelegateExecution execution, Map<String, Object> asked) {
        var engine = Context.getProcessEngineConfiguration();
        var deployment = engine.getDeploymentCache()
                .findDeployedProcessDefinitionById(execution.getProcessDefinitionId())
                .getDeploymentId();
        return answered.get(
                new Question(decision(deployment, table), new HashMap<>(asked)),
                question ->
                        engine
                                .getDmnEngine()
                                .evaluateDecision(question.table(), Variables.fromMap(question.asked()))
                                .stream()
                                .map(row -> (DmnDecisionResultEntries) row)
                                .toList());
    }

    /** An incident that began before there was the table goes by the newest. */
    private DmnDecision decision(String deployment, String table) {
        var tables = Context.getCommandContext().getDecisionDefinitionManager();
        var own = known.computeIfAbsent(
                List.of(deployment, table),
                key -> read(tables.findDecisionDefinitionByDeploymentAndKey(deployment, table)));
        return Optional.ofNullable(own)
                .or(() -> Optional.ofNullable(read(tables.findLatestDecisionDefinitionByKey(table))))
                .orElseThrow(() -> new IllegalStateException(
                        "There is no table %s. Take it over from the plans that come with Ensemble, and restart."
                                .formatted(table)));
    }

    private static DmnDecision read(DecisionDefinition found) {
        return found == null
                ? null
                : (DmnDecision) Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedDecisionDefinitionById(found.getId());
    }

    private record Question(DmnDecision table, Map<String, Object> asked) {}
}
