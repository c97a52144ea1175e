package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Stage;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A follow-up as forms and messages show it. */
@Component
class Promise {

    private static final int SHORT = 60;

    private final FollowUps followUps;
    private final Incidents incidents;
    private final People people;

    Promise(FollowUps followUps, Incidents incidents, People people) {
        this.followUps = followUps;
        this.incidents = incidents;
        this.people = people;
    }

    /** Its action, short enough for a task's name. */
    String subject(Token token) {
        var action = followUps.get(token.followUp()).action();
        return action.length() <= SHORT
                ? action
                : action.substring(0, SHORT - 1).strip() + "…";
    }

    /** All of it, as markdown. */
    String text(Token token) {
        var followUp = followUps.get(token.followUp());
        return "**%s**\n\nDone when: %s\n\n%s, due %s. %s"
                .formatted(
                        Markdown.plain(followUp.action()),
                        Markdown.plain(followUp.doneWhen()),
                        Markdown.plain(people.name(followUp.owner())),
                        followUp.due(),
                        origin(incidents.get(followUp.incident())));
    }

    /** What messages name of it. */
    Map<String, String> words(FollowUp followUp) {
        return Map.of(
                "action", followUp.action(),
                "owner", people.name(followUp.owner()),
                "due", followUp.due().toString(),
                "doneWhen", followUp.doneWhen());
    }

    /** The one that somebody is reminded of, while it is theirs and still to be done. */
    Optional<FollowUp> stillToDo(Reminder reminder) {
        return promised(reminder)
                .filter(followUp -> followUp.state() == State.AGREED || followUp.state() == State.ACCEPTED)
                .filter(followUp -> !reminder.addressedAs().equals("owner") || reminder.isFor(followUp.owner()));
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
        return "From %s: %s was %s."
                .formatted(incident.id(), Markdown.plain(incident.service()), Markdown.plain(incident.summary()));
    }
}
