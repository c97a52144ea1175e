package dev.ensemble.reflect;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.say.Markdown;
import dev.ensemble.say.Words;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What a meeting goes through, first what became of the promises of last time. */
@Component
class Agenda {

    private static final int MOST = 10;

    private final Incidents incidents;
    private final FollowUps followUps;
    private final People people;
    private final Words words;

    Agenda(Incidents incidents, FollowUps followUps, People people, Words words) {
        this.incidents = incidents;
        this.followUps = followUps;
        this.people = people;
        this.words = words;
    }

    /** As people read it in a letter. */
    String plain(IncidentId id) {
        return text(id, UnaryOperator.identity());
    }

    /** As forms show it: markdown, in which outside text is plain. */
    String markdown(IncidentId id) {
        return text(id, Markdown::plain);
    }

    /** The follow-ups of the service's earlier incidents, the newest first, and what became of them. */
    List<Map<String, String>> earlier(IncidentId id) {
        return earlier(id, UnaryOperator.identity());
    }

    private String text(IncidentId id, UnaryOperator<String> spelled) {
        return words.plain(
                "agenda",
                Map.of(
                        "service", spelled.apply(incidents.get(id).service()),
                        "earlier", earlier(id, spelled)));
    }

    private List<Map<String, String>> earlier(IncidentId id, UnaryOperator<String> spelled) {
        return followUps.ofService(incidents.get(id), MOST).stream()
                .map(followUp -> promise(followUp, spelled))
                .toList();
    }

    private Map<String, String> promise(FollowUp followUp, UnaryOperator<String> spelled) {
        return Map.of(
                "incident", followUp.incident().toString(),
                "action", spelled.apply(followUp.action()),
                "owner", spelled.apply(people.name(followUp.owner())),
                "state", followUp.state().toString().replace('-', ' '));
    }
}
