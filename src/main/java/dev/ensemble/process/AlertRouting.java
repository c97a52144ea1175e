package dev.ensemble.process;

import dev.ensemble.incident.Condition;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * The routing table: what becomes of an alert that nobody knows of yet. Always the newest, since no process runs yet. What a
 * row leaves open, or says in a way that nobody can read, is as if somebody had to look: no alert is lost by a slip of the pen.
 */
@Component
public class AlertRouting {

    private static final String TABLE = "alertRouting";
    private static final String ASK_AGAIN_AFTER = "PT30M";
    private static final int ASK_AT_MOST = 3;

    private final DecisionService decisions;
    private final Unchecked unchecked;

    AlertRouting(DecisionService decisions, Unchecked unchecked) {
        this.decisions = decisions;
        this.unchecked = unchecked;
    }

    /** @param labels as the sender says them; {@code service}, {@code environment}, {@code team} and {@code host} can be asked for */
    public Route route(String source, String name, String severity, Map<String, String> labels) {
        var asked = new HashMap<String, Object>();
        asked.put("source", source);
        asked.put("name", name);
        asked.put("severity", severity);
        for (var label : new String[] {"service", "environment", "team", "host"}) {
            asked.put(label, labels.getOrDefault(label, ""));
        }
        return unchecked
                .ask(() ->
                        decisions.evaluateDecisionByKey(TABLE).variables(asked).evaluate())
                .stream()
                .findFirst()
                .map(AlertRouting::route)
                .orElseGet(AlertRouting::somebodyLooks);
    }

    /** What becomes of an alert that no table can say anything about. */
    public static Route somebodyLooks() {
        return new Route(Action.TRIAGE, Optional.empty(), Condition.DEGRADED, ASK_AGAIN_AFTER, ASK_AT_MOST);
    }

    private static Route route(DmnDecisionResultEntries row) {
        // A cell that is left empty has no entry.
        var cells = row.getEntryMap();
        return new Route(
                Action.of(text(cells, "action")),
                Optional.of(text(cells, "service")).filter(service -> !service.isBlank()),
                Condition.reportable(text(cells, "condition")).orElse(Condition.DEGRADED),
                Optional.of(text(cells, "askAgainAfter"))
                        .filter(AlertRouting::isDuration)
                        .orElse(ASK_AGAIN_AFTER),
                cells.get("askAtMost") instanceof Number times ? times.intValue() : ASK_AT_MOST);
    }

    private static String text(Map<String, Object> cells, String name) {
        return cells.get(name) instanceof String text ? text : "";
    }

    private static boolean isDuration(String text) {
        try {
            return Duration.parse(text).compareTo(Duration.ofMinutes(1)) >= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** What is done with it. */
    public enum Action {
        TRIAGE,
        DECLARE,
        IGNORE;

        static Action of(String text) {
            return Arrays.stream(values())
                    .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElse(TRIAGE);
        }
    }

    /**
     * @param service as the table names it; empty where the alert's labels tell
     * @param askAgainAfter ISO-8601 duration
     * @param askAtMost how often it is said again
     */
    public record Route(
            Action action, Optional<String> service, Condition condition, String askAgainAfter, int askAtMost) {}
}
