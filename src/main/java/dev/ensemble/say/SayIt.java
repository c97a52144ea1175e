package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Sending;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.mail.MailRefused;
import dev.ensemble.process.CannotSucceed;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.TryLater;
import dev.ensemble.slack.Post;
import dev.ensemble.slack.Posted;
import dev.ensemble.slack.Slack;
import dev.ensemble.slack.SlackBusy;
import dev.ensemble.slack.SlackRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says one message, after those before it in the same place. In Slack, saying twice shows once: it carries a mark that is looked for first. */
@Component
class SayIt implements Step {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Messages messages;
    private final Sending sending;
    private final Announcement announcement;
    private final Plan plan;
    private final Slack slack;
    private final Outside outside;
    private final Incidents incidents;
    private final Places places;
    private final LettingIn lettingIn;
    private final TakingBack takingBack;
    private final WorkingHours hours;
    private final Clock clock;

    SayIt(
            Messages messages,
            Sending sending,
            Announcement announcement,
            Plan plan,
            Slack slack,
            Outside outside,
            Incidents incidents,
            Places places,
            LettingIn lettingIn,
            TakingBack takingBack,
            WorkingHours hours,
            Clock clock) {
        this.messages = messages;
        this.sending = sending;
        this.announcement = announcement;
        this.plan = plan;
        this.slack = slack;
        this.outside = outside;
        this.incidents = incidents;
        this.places = places;
        this.lettingIn = lettingIn;
        this.takingBack = takingBack;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public void run(Token token) {
        var next = messages.get(token.message());
        if (next.state() == State.NOT_NEEDED) {
            return;
        }
        if (next.canWait()) {
            untilPeopleWork();
        }
        try {
            switch (next.kind()) {
                case TAKING_BACK -> takingBack.say(next);
                case OUTSIDE, INVITATION -> {
                    waitForItsTurn(next);
                    outside.say(next);
                }
                case LETTING_IN -> inside(next, () -> letIn(next));
                default -> inside(next, () -> sayInTurn(next, token));
            }
        } catch (SlackBusy e) {
            throw new TryLater(e.retryAfter(), e);
        } catch (SlackRefused | MailRefused e) {
            throw new CannotSucceed(e.getMessage(), e);
        }
    }

    /** To those who follow the incident, where there is a place for it. */
    private void inside(Message next, Runnable saying) {
        if (Places.isNowhere(incidents.get(next.incident()))) {
            sending.notNeeded(next.id());
        } else {
            saying.run();
        }
    }

    private void letIn(Message next) {
        var incident = incidents.get(next.incident());
        slack.checkMaySay(places.of(incident));
        lettingIn.say(next, incident);
    }

    private void sayInTurn(Message next, Token token) {
        waitForItsTurn(next);
        var incident = incidents.get(next.incident());
        var announced = announced(next, incident);
        if (next.kind() == Kind.EDIT && announced.isEmpty()) {
            sending.notNeeded(next.id());
            return;
        }
        slack.checkMaySay(channel(incident, announced));
        var message = sending.trying(next.id());
        if (message.state() == State.NOT_NEEDED) {
            return;
        }
        if (incidents.get(next.incident()).restricted() != incident.restricted()) {
            throw new TryLater(A_MOMENT, "It has been restricted in this very moment.");
        }
        var text = text(message, announced, token);
        var posted = say(message, text, announced, incident);
        sending.said(message, text, posted.channel(), posted.ts());
    }

    private void waitForItsTurn(Message next) {
        var before = sending.countBefore(next);
        if (before > 0) {
            throw new TryLater(untilItsTurn(before, next), "Something said before it has still to go out.");
        }
    }

    private void untilPeopleWork() {
        var now = clock.instant();
        if (!hours.isWorkTime(now)) {
            throw new TryLater(Duration.between(now, hours.next(now)), "It can wait until people work.");
        }
    }

    /** About a second for each before it; more while Slack is away for long, so that those waiting do not ask in vain. */
    private Duration untilItsTurn(int before, Message message) {
        var queue = Duration.ofSeconds(before);
        var patience = Duration.between(message.addedAt(), clock.instant()).dividedBy(60);
        var longer = queue.compareTo(patience) > 0 ? queue : patience;
        return longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }

    private String text(Message message, Optional<Posted> announced, Token token) {
        if (message.isAnnouncement()) {
            return announcement.of(message.incident(), plan.rolesNeeded(token));
        }
        return announced.isPresent() || message.kind() == Kind.ROUND_UP
                ? message.text()
                : announcement.heading(message.incident()) + message.text();
    }

    private Posted say(Message message, String text, Optional<Posted> announced, Incident incident) {
        if (message.kind() == Kind.EDIT) {
            slack.update(announced.orElseThrow(), text);
            return announced.get();
        }
        return slack.post(new Post(
                channel(incident, announced),
                announced.map(Posted::ts).orElse(null),
                text,
                message.mark().toString(),
                message.firstTriedAt()));
    }

    private String channel(Incident incident, Optional<Posted> announced) {
        return announced.map(Posted::channel).orElseGet(() -> places.of(incident));
    }

    /**
     * Where the announcement stands, unless this is it, or nobody knows. What a person said cannot be edited by us; and where
     * everybody reads, nothing more is said about what is restricted.
     */
    private Optional<Posted> announced(Message message, Incident incident) {
        return messages.announcement(message.incident())
                .filter(announcement -> announcement.id() != message.id() && announcement.stamp() != null)
                .filter(announcement ->
                        !incident.restricted() || announcement.channel().equals(places.of(incident)))
                .filter(announcement -> message.kind() != Kind.ROUND_UP)
                .filter(announcement -> message.kind() != Kind.EDIT || announcement.state() == State.SAID)
                .map(announcement -> new Posted(announcement.channel(), announcement.stamp()));
    }
}
