package dev.ensemble.followup;

import dev.ensemble.incident.FollowUpHistory;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Somebody else is asked to see to a follow-up, where they hear it and everybody sees it. */
@Component
class SayHandedOn implements Step {

    private final Say say;
    private final FollowUps followUps;
    private final FollowUpHistory history;
    private final Promise promise;

    SayHandedOn(Say say, FollowUps followUps, FollowUpHistory history, Promise promise) {
        this.say = say;
        this.followUps = followUps;
        this.history = history;
        this.promise = promise;
    }

    @Override
    public void run(Token token) {
        var followUp = followUps.get(token.followUp());
        var turns = history.turns(followUp.id());
        var words = new HashMap<>(promise.words(followUp));
        words.put("reason", turns.get(turns.size() - 1).note());
        say.inThread(token.incident(), "follow-up-handed-on", String.valueOf(followUp.id()), words);
    }
}
