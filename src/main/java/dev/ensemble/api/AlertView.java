package dev.ensemble.api;

import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.alerts.Alerts;
import dev.ensemble.incident.Triage;
import java.time.Instant;

/**
 * An alert that an incident came of, or that somebody joined to it, with all its repeats.
 *
 * @param triage its number
 * @param state {@code declared} or {@code joined}
 * @param count how many came, repeats among them
 * @param lastAt when the last one came
 * @param resolved whether the last one says that it is well again
 * @param link where to look, absent for nowhere
 */
record AlertView(
        String triage,
        String state,
        String source,
        String sourceName,
        String name,
        String summary,
        int count,
        Instant firstAt,
        Instant lastAt,
        boolean resolved,
        String link) {

    static AlertView of(Triage triage, Alerts alerts) {
        var last = alerts.last(triage.id()).orElseThrow();
        return new AlertView(
                triage.id().toString(),
                triage.state().toString(),
                triage.source(),
                triage.sourceName(),
                triage.name(),
                triage.summary(),
                alerts.count(triage.id()),
                triage.openedAt(),
                last.at(),
                last.alert().status() == Status.RESOLVED,
                last.alert().link());
    }
}
