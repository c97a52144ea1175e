package dev.ensemble.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ensemble.alerts.Alert.Status;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads our own documented JSON, for whatever can post it: one alert, or several under {@code alerts}. */
@Component
class GenericReader implements AlertReader {

    @Override
    public String kind() {
        return "generic";
    }

    @Override
    public List<Alert> read(AlertSource source, JsonNode sent) {
        var message = Sent.of(sent);
        return message.has(AlertGroup.ALERTS)
                ? AlertGroup.read(source, message, alert -> alert(source, alert))
                : List.of(alert(source, message));
    }

    /**
     * Two systems may both call one of theirs {@code backup}, so the key has the name of its source before it. Nobody would see
     * alerts that stand inside one.
     */
    private static Alert alert(AlertSource source, Sent alert) {
        if (alert.has(AlertGroup.ALERTS)) {
            throw new Unreadable("alerts stands inside an alert");
        }
        var name = alert.needed("name");
        var labels = alert.texts("labels");
        var key = alert.text("key");
        return new Alert(
                "%s: %s"
                        .formatted(
                                source.name(), key.isBlank() ? Digest.of(name, new TreeMap<>(labels).toString()) : key),
                alert.has("status") ? alert.status("status") : Status.FIRING,
                name,
                OneLine.of(alert.text("summary")),
                alert.text("severity"),
                labels,
                alert.moment("startsAt"),
                alert.text("link"),
                alert.raw());
    }
}
