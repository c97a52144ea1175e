package dev.ensemble.followup;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The day has come, and its owner is not here any more: the IT manager hears it, else the moderator. */
@Component
class SayOwnerLeft implements Step {

    private final Say say;
    private final FollowUps followUps;
    private final Promise promise;
    private final Tenures tenures;
    private final People people;

    SayOwnerLeft(Say say, FollowUps followUps, Promise promise, Tenures tenures, People people) {
        this.say = say;
        this.followUps = followUps;
        this.promise = promise;
        this.tenures = tenures;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var followUp = followUps.get(token.followUp());
        var words = new HashMap<>(promise.words(followUp));
        words.put("asked", whoCanFindAnother(token.incident()));
        say.inThread(token.incident(), "follow-up-without-owner", String.valueOf(followUp.id()), words);
    }

    /** Empty where both have left, too, or nobody ever was. */
    private String whoCanFindAnother(IncidentId incident) {
        return List.of(Role.IT_MANAGER, Role.MODERATOR).stream()
                .map(role -> tenures.last(incident, role))
                .flatMap(Optional::stream)
                .map(Tenure::person)
                .filter(people::mayRespond)
                .findFirst()
                .map(people::name)
                .orElse("");
    }
}
