package dev.ensemble.reflect;

import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** The meeting is over: every role ends, with thanks. */
@Component
class ReleaseRoles implements Step {

    private final IncidentProcess process;

    ReleaseRoles(IncidentProcess process) {
        this.process = process;
    }

    @Override
    public void run(Token token) {
        process.meetingOver(token.incident());
    }
}
