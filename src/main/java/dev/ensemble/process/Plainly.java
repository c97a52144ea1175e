package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Refused;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Says a refusal plainly. The engine wraps what a listener throws, and its REST interface answers 500 to that; from here
 * people get the refusal's own words and a 400, or a 409 for what does not fit the state of things. What they may not know of
 * is not there.
 */
class Plainly extends CommandInterceptor {

    /** What the engine says when something belongs to a tenant that is not theirs. */
    private static final String NOT_OF_THEIR_CIRCLE = "ENGINE-13034";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (NotTaken e) {
            throw e;
        } catch (RuntimeException e) {
            var reason = NestedExceptionUtils.getMostSpecificCause(e);
            if (reason instanceof Refused) {
                throw new NotTaken(Status.BAD_REQUEST, (RuntimeException) reason);
            }
            if (reason.getMessage() != null && reason.getMessage().startsWith(NOT_OF_THEIR_CIRCLE)) {
                throw new NotTaken(Status.NOT_FOUND, new IllegalArgumentException("There is nothing of this id."));
            }
            if (reason instanceof Conflict) {
                throw new NotTaken(Status.CONFLICT, (RuntimeException) reason);
            }
            throw e;
        }
    }

    /** A refusal on its way out of the engine; over REST it answers for itself. */
    static class NotTaken extends InvalidRequestException {

        private final RuntimeException reason;

        NotTaken(Status status, RuntimeException reason) {
            super(status, reason, reason.getMessage());
            this.reason = reason;
        }

        boolean isAboutNothing() {
            return getStatus() == Status.NOT_FOUND;
        }

        RuntimeException reason() {
            return reason;
        }
    }
}
