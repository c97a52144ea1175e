package dev.ensemble.followup;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** Watched long enough without the incident coming back. */
@Component
class EndFollowUp implements Step {

    private final FollowUps followUps;

    EndFollowUp(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void run(Token token) {
        followUps.ended(token.followUp());
    }
}
