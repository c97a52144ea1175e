package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import org.springframework.stereotype.Component;

/** The day has come: the owner is reminded, where everybody sees it; or everybody, when it only has to be verified. */
@Component
class RemindOwner implements Step {

    private final Say say;
    private final FollowUps followUps;
    private final Promise promise;

    RemindOwner(Say say, FollowUps followUps, Promise promise) {
        this.say = say;
        this.followUps = followUps;
        this.promise = promise;
    }

    @Override
    public void run(Token token) {
        var followUp = followUps.get(token.followUp());
        var isDone = followUp.state() == State.DONE;
        say.inThread(
                token.incident(),
                isDone ? "follow-up-to-verify" : "follow-up-due",
                String.valueOf(followUp.id()),
                promise.words(followUp));
    }
}
