package dev.ensemble.course;

import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Merging;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** What was found and who took part belongs to the other incident from now on. */
@Component
class MoveRecord implements Step {

    private final Incidents incidents;
    private final Tenures tenures;
    private final HandOvers handOvers;
    private final Merging merging;
    private final IncidentProcess process;

    MoveRecord(Incidents incidents, Tenures tenures, HandOvers handOvers, Merging merging, IncidentProcess process) {
        this.incidents = incidents;
        this.tenures = tenures;
        this.handOvers = handOvers;
        this.merging = merging;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        handOvers.over(token.incident());
        var held = tenures.now(token.incident());
        merging.move(token.incident(), incidents.get(token.incident()).mergedInto());
        held.forEach(former -> process.holderChanged(token.incident(), former.person()));
        process.over(token.incident());
    }
}
