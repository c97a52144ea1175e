package dev.ensemble.followup;

import dev.ensemble.incident.DidNotHold;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.HashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Both incidents say that a follow-up did not hold; of one that is over, only the record can. */
@Component
class SayDidNotHold implements Step {

    private final Say say;
    private final FollowUps followUps;
    private final Incidents incidents;
    private final Promise promise;

    SayDidNotHold(Say say, FollowUps followUps, Incidents incidents, Promise promise) {
        this.say = say;
        this.followUps = followUps;
        this.incidents = incidents;
        this.promise = promise;
    }

    @Override
    public void run(Token token) {
        inBoth(followUps.get(token.followUp()));
    }

    /** Its diagram has come to its end before. */
    @EventListener
    void afterAll(DidNotHold shown) {
        inBoth(followUps.get(shown.followUp()));
    }

    /** Where the other has been restricted meanwhile, there is nothing to say of it. */
    private void inBoth(FollowUp followUp) {
        if (followUp.didNotHoldIn() == null) {
            return;
        }
        in(followUp.incident(), "follow-up-did-not-hold", followUp);
        in(followUp.didNotHoldIn(), "earlier-follow-up-did-not-hold", followUp);
    }

    private void in(IncidentId incident, String name, FollowUp followUp) {
        if (incidents.get(incident).isOver()) {
            return;
        }
        var words = new HashMap<>(promise.words(followUp));
        words.put("earlier", followUp.incident().toString());
        words.put("again", followUp.didNotHoldIn().toString());
        say.inThread(incident, name, String.valueOf(followUp.id()), words);
    }
}
