package dev.ensemble.followup;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** A follow-up is late: the IT manager is to hear it, and whom else the response plan names. */
@Component
class TellItManager implements Step {

    private final PeopleReminded reminded;

    TellItManager(PeopleReminded reminded) {
        this.reminded = reminded;
    }

    @Override
    public void run(Token token) {
        reminded.of(token, "late");
    }
}
