package dev.ensemble.process;

import static org.camunda.bpm.engine.authorization.TaskPermissions.TASK_WORK;

import dev.ensemble.operate.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How our engine differs from one out of the box. It takes the migrations so that its tables are there before it is. */
@Component
@Order(1)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory beans;
    private final Deployer deployer;
    private final Diagrams diagrams;
    private final int passwordRounds;

    EngineSettings(
            ListableBeanFactory beans,
            Deployer deployer,
            Diagrams diagrams,
            FlywayMigrationInitializer tables,
            @Value("${ensemble.password-rounds}") int passwordRounds) {
        this.beans = beans;
        this.deployer = deployer;
        this.diagrams = diagrams;
        this.passwordRounds = passwordRounds;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // Spring's own expression manager would show every bean; it has been set by now.
        engine.setExpressionManager(new JuelExpressionManager(visibleToDiagrams()));
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), diagrams));
        engine.setFailedJobCommandFactory(FailedJob::new);
        // A refusal is an answer, and a failed try has its line from FailedJob: neither is worth a stack trace each
        // time.
        engine.setEnableCmdExceptionLogging(false);
        engine.setEnableReducedJobExceptionLogging(true);
        // The business key is the incident's number.
        engine.setLoggingContextBusinessKey(LogLine.INCIDENT);
        engine.setCompositeIncidentHandlersEnabled(true);
        engine.setCustomIncidentHandlers(with(engine.getCustomIncidentHandlers(), (IncidentHandler) new AskAPerson()));
        engine.setCustomPreCommandInterceptorsTxRequired(with(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                new ExpressionGuard(),
                new Uncounted(engine.getIdentityService()),
                onlyAsDrawn(engine),
                new Opened(beans),
                new Again(() -> beans.getBean(OneAtATime.class)),
                new Plainly()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(with(
                engine.getCustomPreCommandInterceptorsTxRequiresNew(),
                new ExpressionGuard(),
                new Uncounted(engine.getIdentityService()),
                onlyAsDrawn(engine),
                new Plainly()));
        // Set here and not in the settings: nobody turns it off by accident.
        engine.setTenantCheckEnabled(true);
        engine.setTenantIdProvider(new Circles());
        engine.setPasswordEncryptor(new SlowPasswords(passwordRounds));
        engine.setDefaultUserPermissionNameForTask(TASK_WORK.getName());
        // Ids like process-owners; the engine's own pattern has no dash.
        engine.setGeneralResourceWhitelistPattern("[\\w.@-]+");
        leaveThrottlingToUs(engine);
    }

    /** The engine's lock is per person, so that any outsider could keep a responder out. */
    private static void leaveThrottlingToUs(ProcessEngineConfigurationImpl engine) {
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        deployer.deploy(engine.getRepositoryService());
    }

    /** Diagrams see their steps and three beans that answer questions, and nothing else of ours. */
    private Map<Object, Object> visibleToDiagrams() {
        var visible = new HashMap<Object, Object>();
        for (var name : beans.getBeanNamesForType(Step.class, true, false)) {
            visible.put(name, new CalledStep(() -> beans.getBean(name, Step.class)));
        }
        visible.put("incidentReported", new IncidentReported(beans));
        visible.put("holders", new Holders(beans));
        visible.put("deadlines", new Deadlines(beans));
        return visible;
    }

    private static OnlyAsDrawn onlyAsDrawn(ProcessEngineConfigurationImpl engine) {
        return new OnlyAsDrawn(engine.getIdentityService());
    }

    @SafeVarargs
    private static <T> List<T> with(List<T> some, T... more) {
        var all = new ArrayList<T>(some == null ? List.of() : some);
        all.addAll(List.of(more));
        return all;
    }
}
