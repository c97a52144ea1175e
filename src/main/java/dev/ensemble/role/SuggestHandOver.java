package dev.ensemble.role;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import org.springframework.stereotype.Component;

/** The holder has had the role for a while: would they like to hand it over? */
@Component
class SuggestHandOver implements Step {

    private final Say say;
    private final Holding holding;

    SuggestHandOver(Say say, Holding holding) {
        this.say = say;
        this.holding = holding;
    }

    @Override
    public void run(Token token) {
        say.inThread(token.incident(), "time-to-hand-over", token.role().key(), holding.words(token));
    }
}
