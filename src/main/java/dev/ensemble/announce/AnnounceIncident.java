package dev.ensemble.announce;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Injects;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import org.springframework.stereotype.Component;

/** Tells everyone, with the one message that stands for the incident from now on. */
@Component
class AnnounceIncident implements Step {

    private final Say say;
    private final Injects injects;
    private final IncidentProcess process;
    private final Incidents incidents;

    AnnounceIncident(Say say, Injects injects, IncidentProcess process, Incidents incidents) {
        this.say = say;
        this.injects = injects;
        this.incidents = incidents;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        say.announce(token.incident());
        process.announced(token.incident());
        if (incidents.get(token.incident()).restricted()) {
            process.restricted(token.incident());
        }
        if (injects.next(token.incident()).isPresent()) {
            process.drillBegun(token.incident());
        }
    }
}
