package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Sending;
import dev.ensemble.process.TryLater;
import dev.ensemble.slack.Post;
import dev.ensemble.slack.Posted;
import dev.ensemble.slack.Slack;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What was said about an incident before it was restricted becomes a line that tells nothing, wherever it may have arrived. */
@Component
class TakingBack {

    /** For how long after the restriction something can arrive that was on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final Messages messages;
    private final Sending sending;
    private final Incidents incidents;
    private final Places places;
    private final Slack slack;
    private final Say say;
    private final Clock clock;

    TakingBack(
            Messages messages, Sending sending, Incidents incidents, Places places, Slack slack, Say say, Clock clock) {
        this.messages = messages;
        this.sending = sending;
        this.incidents = incidents;
        this.places = places;
        this.slack = slack;
        this.say = say;
        this.clock = clock;
    }

    void say(Message next) {
        var said = messages.get(next.takesBack());
        var incident = incidents.get(said.incident());
        var stands = said.stamp() != null && !said.channel().equals(incident.place());
        slack.checkMaySay(stands ? said.channel() : places.forEverybody(incident));
        sending.trying(next.id());
        if (stands) {
            slack.update(new Posted(said.channel(), said.stamp()), next.text());
        } else if (said.firstTriedAt() != null) {
            slack.change(asItWasTried(said, incident), next.text());
        }
        if (somethingMayStillArrive(incidents.get(next.incident()), next, said)) {
            throw new TryLater(A_WHILE, "Something said before may still arrive, and is taken back then.");
        }
        sending.said(next, next.text(), said.channel(), said.stamp());
        if (stands && said.incident().equals(next.incident()) && isTheNewestAnnouncement(said)) {
            // It went out in the very moment of the restriction, when it seemed that it had still to.
            say.announce(said.incident());
        }
    }

    private Post asItWasTried(Message said, Incident incident) {
        var thread = messages.of(said.incident()).stream()
                .filter(message -> message.kind() == Kind.ANNOUNCEMENT && message.id() != said.id())
                .filter(message -> message.stamp() != null && !message.channel().equals(incident.place()))
                .map(Message::stamp)
                .findFirst();
        return new Post(
                places.forEverybody(incident),
                thread.orElse(null),
                said.text(),
                said.mark().toString(),
                said.firstTriedAt());
    }

    private boolean isTheNewestAnnouncement(Message said) {
        return messages.announcement(said.incident())
                .filter(newest -> newest.id() == said.id())
                .isPresent();
    }

    private boolean somethingMayStillArrive(Incident restricted, Message next, Message said) {
        return clock.instant().isBefore(restricted.restrictedAt().plus(ON_ITS_WAY))
                && (said.state() == State.TRYING
                        || messages.of(restricted.id()).stream()
                                .anyMatch(message -> message.id() < next.id() && message.state() == State.TRYING));
    }
}
