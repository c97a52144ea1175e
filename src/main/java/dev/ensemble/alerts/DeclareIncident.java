package dev.ensemble.alerts;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.TriageProcess;
import org.springframework.stereotype.Component;

/** The alert is an incident: it is reported like any other. */
@Component
class DeclareIncident implements Step {

    private final TriageProcess process;

    DeclareIncident(TriageProcess process) {
        this.process = process;
    }

    @Override
    public void run(Token token) {
        process.declared(token.triage());
    }
}
