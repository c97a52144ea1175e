package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people act on one incident at the same moment: one goes first, the other on what that one left. Nobody has to press a
 * button twice for it; where nothing is left to do, they hear that somebody has done it.
 */
class Again extends CommandInterceptor {

    private final Supplier<OneAtATime> turns;

    Again(Supplier<OneAtATime> turns) {
        this.turns = turns;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!isWhatPeopleDo(command) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        var task = (String) new DirectFieldAccessor(command).getPropertyValue("taskId");
        return turns.get().onTask(task, there -> {
            if (!there) {
                throw gone();
            }
            try {
                return next.execute(command);
            } catch (Plainly.NotTaken e) {
                throw e.isAboutNothing() ? gone() : e;
            }
        });
    }

    private static Plainly.NotTaken gone() {
        return new Plainly.NotTaken(
                Status.CONFLICT, new Conflict("This is not open any more: somebody has done it already."));
    }

    private static boolean isWhatPeopleDo(Command<?> command) {
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
    }
}
