package dev.ensemble;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where the engine's clockwork does not run: the response to what is reported has begun when whoever reports it has their answer. A
 * test that is about the moment before says {@link #notYet}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class BegunAtOnce extends AbstractProcessEnginePlugin {

    private static final String RESPONSE = "Activity_response";

    private volatile boolean waits;
    private volatile ProcessEngine engine;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getJobExecutor() == null) {
            configuration.setJobExecutor(new Beginner());
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        engine = built;
    }

    /** What is reported meanwhile does not begin by itself. */
    public <T> T notYet(Supplier<T> doing) {
        waits = true;
        try {
            return doing.get();
        } finally {
            waits = false;
        }
    }

    /** Nothing begins by itself any more: whoever says so runs every step. */
    public void stop() {
        waits = true;
    }

    /** Begins what waits for it, as the clockwork does. */
    public synchronized void begin() {
        engine.getManagementService()
                .createJobQuery()
                .activityId(RESPONSE)
                .messages()
                .executable()
                .list()
                .forEach(job -> Clockwork.execute(engine, job));
    }

    /** Is told of each step that can be taken as soon as it is on record, by the thread that wrote it. */
    private final class Beginner extends DefaultJobExecutor {

        /** Who is not is told of nothing. */
        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public void jobWasAdded() {
            if (super.isActive()) {
                super.jobWasAdded();
            } else if (!waits && engine != null && !Thread.holdsLock(BegunAtOnce.this)) {
                // Not in this thread, whose transaction has been written and has not ended.
                CompletableFuture.runAsync(BegunAtOnce.this::begin, task -> new Thread(task, "begins").start())
                        .join();
            }
        }
    }
}
