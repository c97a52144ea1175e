package dev.ensemble.say;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Restrictions;
import dev.ensemble.incident.Sending;
import dev.ensemble.incident.Withholding;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What everybody could read is taken back, and said anew to those whom it concerns, who are let in. */
@Component
class SayRestricted implements Step {

    private static final Set<Kind> STANDING = Set.of(Kind.ANNOUNCEMENT, Kind.REPLY, Kind.REMINDER, Kind.ROUND_UP);

    /** The words that name earlier incidents. What people wrote is theirs. */
    private static final Set<String> NAMING_OTHERS =
            Set.of("announcement", "meeting-soon", "invitation", "follow-up-did-not-hold");

    private final Say say;
    private final Messages messages;
    private final Sending sending;
    private final Withholding withholding;
    private final Restrictions restrictions;
    private final Incidents incidents;

    SayRestricted(
            Say say,
            Messages messages,
            Sending sending,
            Withholding withholding,
            Restrictions restrictions,
            Incidents incidents) {
        this.say = say;
        this.messages = messages;
        this.sending = sending;
        this.withholding = withholding;
        this.restrictions = restrictions;
        this.incidents = incidents;
    }

    @Override
    public void run(Token token) {
        var incident = token.incident();
        var isAnnounced = isAnnounced(incident);
        for (var part : restrictions.withParts(incident)) {
            withholding.held(part).stream()
                    .filter(SayRestricted::mayStandThere)
                    .forEach(said -> say.takeBack(incident, said, part));
            withholding.naming(part, NAMING_OTHERS).stream()
                    .filter(said -> !incidents.get(said.incident()).restricted())
                    .forEach(said -> notNamed(incident, said, part));
        }
        if (isAnnounced) {
            say.announce(incident);
        }
        say.letIn(incident);
    }

    /** What was said of another incident named it, too: it is said without it, taken back, or not said at all. */
    private void notNamed(IncidentId incident, Message said, IncidentId part) {
        if (said.isAnnouncement()) {
            if (isNewestAnnouncement(said)) {
                say.announceWithout(incident, said);
            }
        } else if (mayStandThere(said)) {
            say.takeBack(incident, said, part);
        } else if (said.state() == State.DUE || said.state() == State.HANDED_OVER) {
            sending.notNeeded(said.id());
        }
        withholding.withhold(said.id(), say.withheld());
    }

    private boolean isNewestAnnouncement(Message said) {
        return messages.announcement(said.incident())
                .filter(newest -> newest.id() == said.id())
                .isPresent();
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
