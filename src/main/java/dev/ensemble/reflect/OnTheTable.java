package dev.ensemble.reflect;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.process.Token;
import dev.ensemble.say.EarlierIncidents;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a meeting has before it: the report, the agenda, whether it happened before, the timeline, and what people saw. */
@Component
class OnTheTable {

    private final Incidents incidents;
    private final Agenda agenda;
    private final EarlierIncidents earlier;
    private final Moments moments;
    private final WhatPeopleSaw seen;
    private final People people;

    OnTheTable(
            Incidents incidents,
            Agenda agenda,
            EarlierIncidents earlier,
            Moments moments,
            WhatPeopleSaw seen,
            People people) {
        this.incidents = incidents;
        this.agenda = agenda;
        this.earlier = earlier;
        this.moments = moments;
        this.seen = seen;
        this.people = people;
    }

    Map<String, Object> of(Token token) {
        return Map.of(
                "report", report(token.incident()),
                "moments", moments.of(token.incident()),
                "reflections", seen.of(token));
    }

    /** What others did and became, which can change, or come to be for few, while the form waits. */
    Map<String, Object> ofOthers(Token token) {
        return Map.of(
                "agenda", Map.of("text", agenda.plain(token.incident())), "earlier", earlier.of(token.incident()));
    }

    private Map<String, Object> report(IncidentId id) {
        var incident = incidents.get(id);
        return Map.of(
                "service", incident.service(),
                "condition", incident.reportedAs().toString(),
                "summary", incident.summary(),
                "reporter", people.name(incident.reporter()),
                "drill", incident.drill());
    }
}
