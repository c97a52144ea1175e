package dev.ensemble.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads the webhook of Prometheus Alertmanager, version 4: a group of alerts, each with its fingerprint. */
@Component
class AlertmanagerReader implements AlertReader {

    @Override
    public String kind() {
        return "alertmanager";
    }

    @Override
    public List<Alert> read(AlertSource source, JsonNode sent) {
        var group = Sent.of(sent);
        var leftOut = leftOut(group);
        return AlertGroup.read(source, group, alert -> {
            var labels = labels(alert);
            return new Alert(
                    key(alert, labels),
                    alert.status("status"),
                    labels.getOrDefault("alertname", ""),
                    summary(alert) + leftOut,
                    severity(labels),
                    labels,
                    alert.moment("startsAt"),
                    link(alert, group, "generatorURL"),
                    alert.raw());
        });
    }

    static Map<String, String> labels(Sent alert) {
        var labels = alert.texts("labels");
        if (labels.isEmpty()) {
            throw new Unreadable("labels is missing");
        }
        return labels;
    }

    /** Senders make the fingerprint of the labels; so do we where there is none. */
    static String key(Sent alert, Map<String, String> labels) {
        var fingerprint = alert.text("fingerprint");
        return fingerprint.isBlank() ? Digest.of(new TreeMap<>(labels).toString()) : fingerprint;
    }

    static String summary(Sent alert) {
        var annotations = alert.texts("annotations");
        for (var name : List.of("summary", "description", "message")) {
            var text = OneLine.of(annotations.getOrDefault(name, ""));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    static String severity(Map<String, String> labels) {
        return labels.getOrDefault("severity", labels.getOrDefault("priority", ""));
    }

    /** What a limit of the sender kept back is not here, but people are told. */
    static String leftOut(Sent group) {
        var number = group.text("truncatedAlerts");
        return number.matches("[1-9]\\d{0,8}") ? " (The sender left out %s more of this group.)".formatted(number) : "";
    }

    static String link(Sent alert, Sent group, String... fields) {
        var link = alert.first(fields);
        return link.isBlank() ? group.text("externalURL") : link;
    }
}
