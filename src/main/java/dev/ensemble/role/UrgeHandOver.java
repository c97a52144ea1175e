package dev.ensemble.role;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import org.springframework.stereotype.Component;

/** The holder has had the role for too long to be fresh: asks firmly, everybody, to find the next one. */
@Component
class UrgeHandOver implements Step {

    private final Say say;
    private final Holding holding;

    UrgeHandOver(Say say, Holding holding) {
        this.say = say;
        this.holding = holding;
    }

    @Override
    public void run(Token token) {
        say.inThread(token.incident(), "high-time-to-hand-over", token.role().key(), holding.words(token));
    }
}
