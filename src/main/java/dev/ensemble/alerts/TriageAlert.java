package dev.ensemble.alerts;

import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Triages;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.process.TriageProcess;
import dev.ensemble.say.Markdown;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    TriageAlert(Triages triages, Alerts alerts, TriageProcess process, WorkingHours hours) {
        this.triages = triages;
        this.alerts = alerts;
        this.process = process;
        this.hours = hours;
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
        return Map.of("alertText", text(token), "openIncidents", openIncidents());
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

    /** Markdown; outside text is plain in it. */
    private String text(Token token) {
        var triage = triages.get(token.triage());
        var last = alerts.last(token.triage()).orElseThrow();
        var alert = last.alert();
        return "**%s** (%s)%s\n\n%s\n\n- %s\n- sent %s, first %s, last %s\n%s%s"
                .formatted(
                        Markdown.plain(triage.name()),
                        Markdown.plain(triage.sourceName()),
                        triage.restricted() ? " **Only the group security sees this.**" : "",
                        Markdown.plain(triage.summary()),
                        alert.status() == Status.RESOLVED
                                ? "**it has resolved.** Were people affected? Then it is worth an incident, too"
                                : "it is still firing",
                        times(alerts.count(token.triage())),
                        readable(triage.openedAt()),
                        readable(last.at()),
                        alert.link() == null ? "" : "- [where to look](<%s>)\n".formatted(alert.link()),
                        alert.status() == Status.UNREADABLE ? raw(alert) : labels(alert));
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String labels(Alert alert) {
        return alert.labels().entrySet().stream()
                .map(label -> "- %s: %s".formatted(Markdown.plain(label.getKey()), Markdown.plain(label.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String raw(Alert alert) {
        var raw = alert.raw();
        return "\nWhat came: " + Markdown.plain(raw.substring(0, Math.min(raw.length(), SHOWN_OF_RAW)));
    }

    private String openIncidents() {
        var open = process.open();
        return open.isEmpty()
                ? "No incident is open."
                : open.stream()
                        .map(incident -> "- **%s** %s is %s: %s"
                                .formatted(
                                        incident.id(),
                                        Markdown.plain(incident.service()),
                                        incident.condition(),
                                        Markdown.plain(incident.summary())))
                        .collect(Collectors.joining("\n"));
    }

    private String readable(Instant moment) {
        return READABLE.format(moment.atZone(hours.zone()));
    }
}
