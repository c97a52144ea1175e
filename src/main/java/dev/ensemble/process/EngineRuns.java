package dev.ensemble.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the engine does what falls due, where this node is meant to; without it nothing is said and no timer rings. That the
 * tables are migrated need not be asked: nothing answers before they are.
 */
@Component("engine")
class EngineRuns implements HealthIndicator {

    private final ProcessEngine engine;
    private final boolean isMeantTo;

    EngineRuns(ProcessEngine engine, @Value("${camunda.bpm.job-execution.enabled:true}") boolean isMeantTo) {
        this.engine = engine;
        this.isMeantTo = isMeantTo;
    }

    @Override
    public Health health() {
        var clockwork = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        return isMeantTo && !clockwork.isActive()
                ? Health.down().build()
                : Health.up().build();
    }
}
