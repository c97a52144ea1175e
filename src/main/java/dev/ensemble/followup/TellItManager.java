package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** A follow-up is late: the IT manager hears it; or everybody, when it only has to be verified. */
@Component
class TellItManager implements Step {

    private final Say say;
    private final FollowUps followUps;
    private final Promise promise;
    private final Tenures tenures;
    private final People people;

    TellItManager(Say say, FollowUps followUps, Promise promise, Tenures tenures, People people) {
        this.say = say;
        this.followUps = followUps;
        this.promise = promise;
        this.tenures = tenures;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var followUp = followUps.get(token.followUp());
        var isDone = followUp.state() == State.DONE;
        var words = new HashMap<>(promise.words(followUp));
        words.put(
                "itManager",
                tenures.last(token.incident(), Role.IT_MANAGER)
                        .map(tenure -> people.name(tenure.person()))
                        .orElse(""));
        say.inThread(
                token.incident(),
                isDone ? "follow-up-to-verify" : "follow-up-late",
                String.valueOf(followUp.id()),
                words);
    }
}
