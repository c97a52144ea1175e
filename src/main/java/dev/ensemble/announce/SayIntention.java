package dev.ensemble.announce;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says to those who come what this is for: take some deep breaths, and get into a learning frame of mind. */
@Component
class SayIntention implements Step {

    private final Say say;

    SayIntention(Say say) {
        this.say = say;
    }

    @Override
    public void run(Token token) {
        say.inThread(token.incident(), "intention", Map.of());
    }
}
