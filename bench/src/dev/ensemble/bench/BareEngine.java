package dev.ensemble.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The engine as it comes, history and all, with the product's diagrams whose steps do nothing. A step that would have sent a
 * message within the diagrams cannot know of it, so it is told from outside, in the same transaction.
 */
final class BareEngine implements AutoCloseable {

    private static final String DIAGRAMS = "classpath:bpmn/*.bpmn";
    private static final Pattern STEP = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    /** What the next gateways ask. */
    private static final Map<String, JavaDelegate> ANSWERING = Map.of(
            "noteObligation",
            execution -> execution.getProcessInstance().setVariable("owed", true),
            "sendUpdate",
            execution -> execution
                    .getProcessInstance()
                    .setVariable("onPage", BareAnswers.PAGE.equals(execution.getVariable("audience"))));

    /** Whatever a message brings along. */
    private static final Map<String, Object> BROUGHT =
            Map.of("message", 1L, "person", "maya", "step", 1L, "role", "expert");

    private final ProcessEngine engine;

    BareEngine(DataSource database, List<String> audiences) throws java.io.IOException {
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_TRUE);
        settings.setHistory(ProcessEngineConfigurationImpl.HISTORY_FULL);
        settings.setJobExecutorActivate(false);
        var files = new PathMatchingResourcePatternResolver().getResources(DIAGRAMS);
        settings.setBeans(beans(files, audiences));
        engine = settings.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var file : files) {
            deployment.addInputStream(file.getFilename(), file.getInputStream());
        }
        deployment.deploy();
    }

    ProcessEngine engine() {
        return engine;
    }

    /** Does something, and tells the diagrams what they would have heard from the steps on the way. */
    void run(Runnable doing, List<String> heard) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute((Command<Void>) commands -> {
                    doing.run();
                    tell(new ArrayList<>(heard));
                    return null;
                });
    }

    @Override
    public void close() {
        engine.close();
    }

    /** What one message sets going may wait for the next. */
    private static void tell(List<String> untold) {
        while (!untold.isEmpty()) {
            if (!untold.removeIf(isTold())) {
                throw new IllegalStateException("Nobody waits at " + untold);
            }
        }
    }

    private static Predicate<String> isTold() {
        return event -> {
            var waiting = waiting(event);
            if (waiting == null) {
                return false;
            }
            waiting.eventReceived(null, null, BROUGHT, null, false);
            return true;
        };
    }

    /** What this transaction has begun is not in the database yet. */
    private static EventSubscriptionEntity waiting(String event) {
        var entities = Context.getCommandContext().getDbEntityManager();
        Predicate<EventSubscriptionEntity> fits =
                candidate -> event.equals(candidate.getActivityId()) && !entities.isDeleted(candidate);
        return entities.getCachedEntitiesByType(EventSubscriptionEntity.class).stream()
                .filter(fits)
                .findFirst()
                .orElseGet(() -> Context.getProcessEngineConfiguration()
                        .getRuntimeService()
                        .createEventSubscriptionQuery()
                        .activityId(event)
                        .list()
                        .stream()
                        .map(EventSubscriptionEntity.class::cast)
                        .filter(fits)
                        .findFirst()
                        .orElse(null));
    }

    private static Map<Object, Object> beans(Resource[] files, List<String> audiences) throws java.io.IOException {
        var beans = new HashMap<Object, Object>();
        for (var file : files) {
            STEP.matcher(new String(file.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(step -> beans.put(step, ANSWERING.getOrDefault(step, execution -> {})));
        }
        beans.put("incidentReported", (ExecutionListener) execution -> {});
        beans.put("holders", new BareAnswers.Holders(audiences));
        beans.put("deadlines", new BareAnswers.Deadlines());
        return beans;
    }
}
