package dev.ensemble.alerts;

import static dev.ensemble.alerts.AlertmanagerReader.key;
import static dev.ensemble.alerts.AlertmanagerReader.labels;
import static dev.ensemble.alerts.AlertmanagerReader.leftOut;
import static dev.ensemble.alerts.AlertmanagerReader.link;
import static dev.ensemble.alerts.AlertmanagerReader.severity;
import static dev.ensemble.alerts.AlertmanagerReader.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the webhook of Grafana's alerting: what Alertmanager sends, with what was measured and where the panel is. */
@Component
class GrafanaReader implements AlertReader {

    @Override
    public String kind() {
        return "grafana";
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
                    rule(labels) + summary(alert) + measured(alert) + leftOut,
                    severity(labels),
                    labels,
                    alert.moment("startsAt"),
                    link(alert, group, "panelURL", "dashboardURL", "generatorURL"),
                    alert.raw());
        });
    }

    /** An alert that says there is no data, or an error, is named after that and not after its rule. */
    private static String rule(Map<String, String> labels) {
        return labels.containsKey("rulename") ? OneLine.of(labels.get("rulename")) + ": " : "";
    }

    private static String measured(Sent alert) {
        var values = alert.texts("values");
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(value -> "%s=%s".formatted(value.getKey(), value.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
