package dev.ensemble.say;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What everybody could read is taken back, and said anew to those whom it concerns, who are let in. */
@Component
class SayRestricted implements Step {

    private static final Set<Kind> STANDING = Set.of(Kind.ANNOUNCEMENT, Kind.REPLY);

    private final Say say;
    private final Messages messages;
    private final Incidents incidents;

    SayRestricted(Say say, Messages messages, Incidents incidents) {
        this.say = say;
        this.messages = messages;
        this.incidents = incidents;
    }

    @Override
    public void run(Token token) {
        var incident = token.incident();
        var isAnnounced = isAnnounced(incident);
        for (var part : incidents.withParts(incident)) {
            messages.held(part).stream()
                    .filter(SayRestricted::mayStandThere)
                    .forEach(said -> say.takeBack(incident, said));
        }
        if (isAnnounced) {
            say.announce(incident);
        }
        say.letIn(incident);
    }

    private static boolean mayStandThere(Message message) {
        return STANDING.contains(message.kind()) && (message.stamp() != null || message.state() == State.TRYING);
    }

    /** One that has still to go out goes where it is private. */
    private boolean isAnnounced(IncidentId incident) {
        return messages.announcement(incident)
                .filter(announcement -> announcement.settledAt() != null)
                .isPresent();
    }
}
