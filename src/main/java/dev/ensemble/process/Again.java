package dev.ensemble.process;

import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people act on one incident at the same moment: the slower one's transaction is rolled back, and done again on what
 * the faster one left. Nobody has to press a button twice for it.
 */
class Again extends CommandInterceptor {

    private static final Set<Class<?>> WHAT_PEOPLE_DO = Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class);
    private static final int TIMES = 5;

    @Override
    public <T> T execute(Command<T> command) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                || !WHAT_PEOPLE_DO.contains(command.getClass())) {
            return next.execute(command);
        }
        for (var left = TIMES; ; left--) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }
}
