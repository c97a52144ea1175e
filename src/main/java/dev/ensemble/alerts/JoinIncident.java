package dev.ensemble.alerts;

import dev.ensemble.incident.Triages;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.TriageProcess;
import org.springframework.stereotype.Component;

/** The alert is a part of an incident that is open: it is a finding there. */
@Component
class JoinIncident implements Step {

    private final TriageProcess process;
    private final Triages triages;

    JoinIncident(TriageProcess process, Triages triages) {
        this.process = process;
        this.triages = triages;
    }

    @Override
    public void run(Token token) {
        var triage = triages.get(token.triage());
        process.joined(
                token.triage(), "Alert of %s: %s. %s".formatted(triage.sourceName(), triage.name(), triage.summary()));
    }
}
