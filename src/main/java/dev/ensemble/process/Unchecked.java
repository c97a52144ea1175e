package dev.ensemble.process;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;

/** Work inside the engine that is the product's own and not that of whoever is logged in: their rights do not bound it. */
@Component
class Unchecked {

    private final ProcessEngineConfigurationImpl engine;

    Unchecked(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    <T> T ask(Callable<T> question) {
        return engine.getCommandExecutorTxRequired().execute((Command<T>) commands -> {
            var tenantsAreChecked = commands.isTenantCheckEnabled();
            try {
                commands.disableTenantCheck();
                return commands.runWithoutAuthorization(question);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                commands.setTenantCheckEnabled(tenantsAreChecked);
            }
        });
    }

    void run(Runnable doing) {
        ask(() -> {
            doing.run();
            return null;
        });
    }
}
