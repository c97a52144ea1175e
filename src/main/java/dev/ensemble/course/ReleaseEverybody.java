package dev.ensemble.course;

import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** Nothing is left to do: whoever holds a role or has joined is free, with thanks. */
@Component
class ReleaseEverybody implements Step {

    private final Tenures tenures;
    private final HandOvers handOvers;
    private final Members members;
    private final IncidentProcess process;

    ReleaseEverybody(Tenures tenures, HandOvers handOvers, Members members, IncidentProcess process) {
        this.tenures = tenures;
        this.handOvers = handOvers;
        this.members = members;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        handOvers.over(token.incident());
        for (var held : tenures.now(token.incident())) {
            tenures.end(token.incident(), held.role(), null);
            process.holderChanged(token.incident(), held.person());
        }
        members.dissolve(token.incident());
        process.over(token.incident());
    }
}
