package dev.ensemble.role;

import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** The meeting is over: whoever holds the role is free, with thanks. */
@Component
class ReleaseHolder implements Step {

    private final Tenures tenures;

    ReleaseHolder(Tenures tenures) {
        this.tenures = tenures;
    }

    @Override
    public void run(Token token) {
        tenures.end(token.incident(), token.role(), null);
    }
}
