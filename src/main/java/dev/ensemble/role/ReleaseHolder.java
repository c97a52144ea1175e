package dev.ensemble.role;

import dev.ensemble.incident.HandOver.Outcome;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** The meeting is over: whoever holds the role is free, with thanks, and who was asked to take it over need not answer. */
@Component
class ReleaseHolder implements Step {

    private final Tenures tenures;
    private final HandOvers handOvers;
    private final IncidentProcess process;

    ReleaseHolder(Tenures tenures, HandOvers handOvers, IncidentProcess process) {
        this.process = process;
        this.handOvers = handOvers;
        this.tenures = tenures;
    }

    @Override
    public void run(Token token) {
        handOvers.end(token.incident(), token.role(), Outcome.OVER, null, null);
        var holder = tenures.holder(token.incident(), token.role());
        tenures.end(token.incident(), token.role(), null);
        holder.ifPresent(former -> process.holderChanged(token.incident(), former));
    }
}
