package dev.ensemble.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Alerts that came in one message: those that cannot be read, kept as one, do not take the others with them. */
final class AlertGroup {

    static final String ALERTS = "alerts";

    private AlertGroup() {}

    static List<Alert> read(AlertSource source, Sent group, Function<Sent, Alert> reader) {
        var alerts = new ArrayList<Alert>();
        var unreadable = JsonNodeFactory.instance.arrayNode();
        var reason = "";
        for (JsonNode sent : group.list(ALERTS)) {
            try {
                alerts.add(reader.apply(Sent.of(sent)));
            } catch (Unreadable e) {
                unreadable.add(sent);
                reason = e.getMessage();
            }
        }
        if (!unreadable.isEmpty()) {
            alerts.add(UnreadableAlert.of(source, unreadable, reason));
        }
        return alerts;
    }
}
