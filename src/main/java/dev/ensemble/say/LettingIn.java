package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Sending;
import dev.ensemble.slack.PrivateChannels;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody whom a restricted incident concerns is let into its channel. Whom Slack does not know the others have to tell. */
@Component
class LettingIn {

    private static final String NOT_LET_IN = "not-let-in";

    private final Sending sending;
    private final PrivateChannels channels;
    private final People people;
    private final Say say;

    LettingIn(Sending sending, PrivateChannels channels, People people, Say say) {
        this.sending = sending;
        this.channels = channels;
        this.people = people;
        this.say = say;
    }

    void say(Message next, Incident incident) {
        var mail = people.mail(next.about());
        if (mail.isPresent() && channels.invite(incident.place(), mail.get())) {
            sending.said(next, next.text(), incident.place(), null);
        } else {
            sending.notNeeded(next.id());
            say.inThread(incident.id(), NOT_LET_IN, Map.of("person", people.name(next.about())));
        }
    }
}
