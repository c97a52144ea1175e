package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.People;
import dev.ensemble.slack.PrivateChannels;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody whom a restricted incident concerns is let into its channel. Whom Slack does not know the others have to tell. */
@Component
class Invitation {

    private static final String NOT_LET_IN = "not-let-in";

    private final Messages messages;
    private final PrivateChannels channels;
    private final People people;
    private final Say say;

    Invitation(Messages messages, PrivateChannels channels, People people, Say say) {
        this.messages = messages;
        this.channels = channels;
        this.people = people;
        this.say = say;
    }

    void say(Message next, Incident incident) {
        var mail = people.mail(next.about());
        if (mail.isPresent() && channels.invite(incident.place(), mail.get())) {
            messages.said(next.id(), next.text(), incident.place(), null);
        } else {
            messages.notNeeded(next.id());
            say.inThread(incident.id(), NOT_LET_IN, Map.of("person", people.name(next.about())));
        }
    }
}
