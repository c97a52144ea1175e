package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Tells everyone that a follow-up ends without action, and why. */
@Component
class SayNotDone implements Step {

    private final Say say;
    private final FollowUps followUps;
    private final Promise promise;

    SayNotDone(Say say, FollowUps followUps, Promise promise) {
        this.say = say;
        this.followUps = followUps;
        this.promise = promise;
    }

    @Override
    public void run(Token token) {
        var followUp = followUps.get(token.followUp());
        var words = new HashMap<>(promise.words(followUp));
        words.put("how", followUp.state() == State.DECLINED ? "declined" : "let go");
        words.put("reason", followUp.reason());
        say.inThread(token.incident(), "follow-up-not-done", String.valueOf(followUp.id()), words);
    }
}
