package dev.ensemble.followup;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** The day has come: the owner is to be reminded, and whom else the response plan names. */
@Component
class RemindOwner implements Step {

    private final PeopleReminded reminded;

    RemindOwner(PeopleReminded reminded) {
        this.reminded = reminded;
    }

    @Override
    public void run(Token token) {
        reminded.of(token, "due");
    }
}
