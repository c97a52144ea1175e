package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.util.Map;
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

    private static String origin(Incident incident) {
        return "From %s: %s was %s."
                .formatted(incident.id(), Markdown.plain(incident.service()), Markdown.plain(incident.summary()));
    }
}
