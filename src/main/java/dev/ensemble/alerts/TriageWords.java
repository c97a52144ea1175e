package dev.ensemble.alerts;

import dev.ensemble.incident.Triage;
import dev.ensemble.process.TaskLists;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the messages about a triage name. */
@Component
class TriageWords {

    private final Alerts alerts;
    private final TaskLists lists;

    TriageWords(Alerts alerts, TaskLists lists) {
        this.alerts = alerts;
        this.lists = lists;
    }

    Map<String, Object> of(Triage triage) {
        var names = new HashMap<String, Object>();
        names.put("number", triage.id().toString());
        names.put("alert", triage.name());
        names.put("source", triage.sourceName());
        names.put("service", triage.service());
        names.put("summary", triage.summary().equals(triage.name()) ? "" : triage.summary());
        names.put("count", alerts.count(triage.id()));
        names.put(
                "link",
                alerts.last(triage.id()).map(last -> last.alert().link()).orElse(null));
        names.put("tasklist", lists.of(triage.id()));
        return names;
    }
}
