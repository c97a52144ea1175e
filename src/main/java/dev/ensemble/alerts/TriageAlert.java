package dev.ensemble.alerts;

import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Triages;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.process.TriageProcess;
import dev.ensemble.say.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody says what an alert is: an incident, a part of one that is open, or nothing that anybody has to respond to. */
@Component
class TriageAlert implements Answer {

    private static final String DECLARE = "declare";
    private static final String JOIN = "join";
    private static final String DISMISS = "dismiss";
    private static final int SHOWN_OF_RAW = 1500;
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Triages triages;
    private final Alerts alerts;
    private final TriageProcess process;
    private final WorkingHours hours;
    private final Words words;

    TriageAlert(Triages triages, Alerts alerts, TriageProcess process, WorkingHours hours, Words words) {
        this.triages = triages;
        this.alerts = alerts;
        this.process = process;
        this.hours = hours;
        this.words = words;
    }

    @Override
    public String subject(Token token) {
        var triage = triages.get(token.triage());
        return triage.service() == null ? triage.name() : "%s, %s".formatted(triage.service(), triage.name());
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var triage = triages.get(token.triage());
        return Map.of(
                "service",
                triage.service() == null ? "" : triage.service(),
                "condition",
                triage.condition().toString(),
                "summary",
                triage.summary());
    }

    @Override
    public Map<String, String> opened(Token token) {
        return Map.of(
                "alertText",
                words.markdown("triage-alert", about(token)),
                "openIncidents",
                words.markdown("triage-open-incidents", open()));
    }

    @Override
    public String given(Token token, Form form) {
        var decision = form.choice("decision", List.of(DECLARE, JOIN, DISMISS));
        switch (decision) {
            case DECLARE -> declare(token, form);
            case JOIN -> join(token, form);
            default -> dismiss(token, form);
        }
        token.answer("isIncident", decision.equals(DECLARE));
        token.answer("isPartOfOne", decision.equals(JOIN));
        token.answer("isNothing", decision.equals(DISMISS));
        return null;
    }

    /** The report's own rules say whether it can be taken. */
    private void declare(Token token, Form form) {
        var service = form.required("service", 100, "Say which service.");
        var condition = form.choice("condition", List.of("down", "degraded", "insecure"));
        var summary = form.required("summary", 500, "Say in a sentence what people cannot do.");
        form.check();
        triages.toBeDeclared(
                token.triage(),
                form.person(),
                service,
                Condition.reportable(condition).orElseThrow(),
                summary);
    }

    private void join(Token token, Form form) {
        var number = form.required("incident", 40, "Say which incident: its number, like INC-42.");
        form.check();
        triages.toBeJoined(token.triage(), form.person(), process.known(number));
    }

    private void dismiss(Token token, Form form) {
        var reason = form.required("reason", 2000, "Say in a sentence why nobody has to respond.");
        form.check();
        triages.dismissed(token.triage(), form.person(), reason);
    }

    /** What its words name of the alert: where it came from, what it says now, and how often it came. */
    private Map<String, Object> about(Token token) {
        var triage = triages.get(token.triage());
        var last = alerts.last(token.triage()).orElseThrow();
        var alert = last.alert();
        var count = alerts.count(token.triage());
        var unreadable = alert.status() == Status.UNREADABLE;
        var names = new HashMap<String, Object>();
        names.put("alert", triage.name());
        names.put("source", triage.sourceName());
        names.put("restricted", triage.restricted());
        names.put("summary", triage.summary());
        names.put("firing", alert.status() == Status.FIRING);
        names.put("resolved", alert.status() == Status.RESOLVED);
        names.put("unreadable", unreadable);
        names.put("once", count == 1);
        names.put("count", count);
        names.put("first", readable(triage.openedAt()));
        names.put("last", readable(last.at()));
        names.put("link", alert.link());
        names.put("labels", unreadable ? List.of() : labels(alert));
        names.put("raw", unreadable ? shortened(alert.raw()) : "");
        return names;
    }

    private static List<Map<String, String>> labels(Alert alert) {
        return alert.labels().entrySet().stream()
                .map(label -> Map.of("name", label.getKey(), "value", label.getValue()))
                .toList();
    }

    private static String shortened(String raw) {
        return raw.substring(0, Math.min(raw.length(), SHOWN_OF_RAW));
    }

    private Map<String, Object> open() {
        return Map.of(
                "incidents",
                process.open().stream()
                        .map(incident -> Map.of(
                                "number", incident.id(),
                                "service", incident.service(),
                                "condition", incident.condition(),
                                "summary", incident.summary()))
                        .toList());
    }

    private String readable(Instant moment) {
        return READABLE.format(moment.atZone(hours.zone()));
    }
}
