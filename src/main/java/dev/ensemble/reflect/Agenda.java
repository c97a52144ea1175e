package dev.ensemble.reflect;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.say.EarlierIncidents;
import dev.ensemble.say.Words;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a meeting goes through, first what was before, and what became of the promises of last time. */
@Component
class Agenda {

    private static final int MOST = 10;

    private final Incidents incidents;
    private final EarlierIncidents before;
    private final FollowUps followUps;
    private final People people;
    private final Words words;

    Agenda(Incidents incidents, EarlierIncidents before, FollowUps followUps, People people, Words words) {
        this.incidents = incidents;
        this.before = before;
        this.followUps = followUps;
        this.people = people;
        this.words = words;
    }

    /** As people read it in a letter, or in a form. */
    String plain(IncidentId id) {
        return words.plain(
                "agenda",
                Map.of(
                        "service", incidents.get(id).service(),
                        "before", before.of(id),
                        "earlier", earlier(id)));
    }

    /** The follow-ups of the service's earlier incidents, the newest first, and what became of them. */
    List<Map<String, String>> earlier(IncidentId id) {
        return followUps.ofService(incidents.get(id), MOST).stream()
                .map(this::promise)
                .toList();
    }

    private Map<String, String> promise(FollowUp followUp) {
        return Map.of(
                "incident", followUp.incident().toString(),
                "action", followUp.action(),
                "owner", people.name(followUp.owner()),
                "state", followUp.standing());
    }
}
