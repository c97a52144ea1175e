package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUpHistory;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Stage;
import dev.ensemble.process.DrawnTasks;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A follow-up as forms and messages show it. */
@Component
class Promise {

    private static final int SHORT = 60;

    private final FollowUps followUps;
    private final Incidents incidents;
    private final People people;
    private final FollowUpHistory history;
    private final DrawnTasks drawn;

    Promise(FollowUps followUps, Incidents incidents, People people, FollowUpHistory history, DrawnTasks drawn) {
        this.followUps = followUps;
        this.incidents = incidents;
        this.people = people;
        this.history = history;
        this.drawn = drawn;
    }

    /** Its action, short enough for a task's name. */
    String subject(Token token) {
        return inShort(followUps.get(token.followUp()));
    }

    /** Its action, short enough for a line of many. */
    String inShort(FollowUp followUp) {
        var action = followUp.action();
        return action.length() <= SHORT
                ? action
                : action.substring(0, SHORT - 1).strip() + "…";
    }

    /** All of it, as markdown. */
    String text(Token token) {
        var followUp = followUps.get(token.followUp());
        return Stream.of(
                        "**%s**".formatted(Markdown.plain(followUp.action())),
                        "Done when: %s".formatted(Markdown.plain(followUp.doneWhen())),
                        "%s, due %s. %s"
                                .formatted(
                                        Markdown.plain(people.name(followUp.owner())),
                                        followUp.due(),
                                        origin(incidents.get(followUp.incident()))),
                        kind(followUp),
                        followUp.ticket() == null ? "" : "Ticket: <%s>".formatted(followUp.ticket()),
                        moves(followUp))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String kind(FollowUp followUp) {
        var friendly = followUp.learningFriendly() ? " Fit for somebody new to it." : "";
        if (followUp.kind() == null) {
            return friendly.strip();
        }
        var task = followUp.task() == null ? "" : " (%s)".formatted(Markdown.plain(drawn.name(followUp.task())));
        return "To %s%s.%s".formatted(followUp.kind().toString().replace('-', ' '), task, friendly);
    }

    private String moves(FollowUp followUp) {
        return history.moves(followUp.id()).stream()
                .map(move -> "- Moved from %s to %s by %s: %s"
                        .formatted(
                                move.was(),
                                move.became(),
                                Markdown.plain(people.name(move.person())),
                                Markdown.plain(move.reason())))
                .collect(Collectors.joining("\n"));
    }

    /** What messages name of it. */
    Map<String, String> words(FollowUp followUp) {
        return Map.of(
                "action", followUp.action(),
                "owner", people.name(followUp.owner()),
                "due", followUp.due().toString(),
                "doneWhen", followUp.doneWhen());
    }

    /** The one that somebody is reminded of, while it is theirs and still to be done by the same day. */
    Optional<FollowUp> stillToDo(Reminder reminder) {
        return promised(reminder)
                .filter(followUp -> followUp.state() == State.AGREED || followUp.state() == State.ACCEPTED)
                .filter(followUp -> !reminder.addressedAs().equals("owner") || reminder.isFor(followUp.owner()))
                .filter(followUp -> history.moves(followUp.id()).stream()
                        .noneMatch(move -> move.at().isAfter(reminder.dueAt())));
    }

    /** The one that somebody is reminded of, while it waits for a second look. */
    Optional<FollowUp> toVerify(Reminder reminder) {
        return promised(reminder).filter(followUp -> followUp.state() == State.DONE);
    }

    /** Where it broke again, or is over, nobody need follow anything up. */
    private Optional<FollowUp> promised(Reminder reminder) {
        return Optional.of(followUps.get(Long.parseLong(reminder.about())))
                .filter(followUp -> incidents.get(followUp.incident()).stage() == Stage.FOLLOW_UP);
    }

    private static String origin(Incident incident) {
        return "From %s, %s: %s"
                .formatted(incident.id(), Markdown.plain(incident.service()), Markdown.plain(incident.summary()));
    }
}
