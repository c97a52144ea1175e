package dev.ensemble.process;

import org.camunda.bpm.engine.impl.context.Context;

/** On whose behalf the engine is working now. */
final class CurrentPerson {

    private CurrentPerson() {}

    /** Their user id; {@code null} when time or the process itself moves on. */
    static String id() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }
}
