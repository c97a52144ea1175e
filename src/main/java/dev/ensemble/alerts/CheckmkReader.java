package dev.ensemble.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ensemble.alerts.Alert.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the fields of a CheckMK notification, about a host or a service on it. */
@Component
class CheckmkReader implements AlertReader {

    private static final String HOST = "HOST";
    private static final Set<String> WHAT = Set.of(HOST, "SERVICE");
    private static final Set<String> WELL = Set.of("OK", "UP");
    private static final List<String> LABELS = List.of("site", "host", "service", "what", "notification_type", "state");

    @Override
    public String kind() {
        return "checkmk";
    }

    @Override
    public List<Alert> read(AlertSource source, JsonNode sent) {
        var notification = Sent.of(sent);
        var what = what(notification);
        var host = notification.needed("host");
        var service = what.equals(HOST) ? "" : notification.needed("service");
        var state = notification.needed("state");
        return List.of(new Alert(
                Digest.of(notification.text("site"), host, service),
                status(notification.needed("notification_type"), state),
                service.isEmpty() ? "Host " + host : service,
                "%s is %s: %s"
                        .formatted(
                                service.isEmpty() ? host : "%s on %s".formatted(service, host),
                                state,
                                OneLine.of(notification.text("output"))),
                state,
                labels(notification),
                notification.moment("at"),
                notification.text("link"),
                notification.raw()));
    }

    private static String what(Sent notification) {
        var what = notification.needed("what");
        if (!WHAT.contains(what)) {
            throw new Unreadable("what is neither HOST nor SERVICE");
        }
        return what;
    }

    /** Who acknowledges, or begins a downtime, changes nothing: the state says how things stand. */
    private static Status status(String type, String state) {
        return type.equals("RECOVERY") || WELL.contains(state) ? Status.RESOLVED : Status.FIRING;
    }

    private static Map<String, String> labels(Sent notification) {
        var labels = new LinkedHashMap<String, String>();
        LABELS.stream().filter(notification::has).forEach(name -> labels.put(name, notification.text(name)));
        return labels;
    }
}
