package dev.ensemble.process;

import dev.ensemble.incident.Audience;
import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.incident.Way;
import dev.ensemble.incident.Word;
import dev.ensemble.incident.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The communication plan: who outside is owed what by when, and through what. Unlike the response plan it goes by how things
 * are now: the condition, and the hour.
 */
@Component
public class CommunicationPlan {

    private final Tables tables;
    private final Incidents incidents;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final WorkingHours hours;
    private final OutsideProperties settings;
    private final Clock clock;

    CommunicationPlan(
            Tables tables,
            Incidents incidents,
            Catalogue catalogue,
            Timeline timeline,
            WorkingHours hours,
            OutsideProperties settings,
            Clock clock) {
        this.tables = tables;
        this.incidents = incidents;
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whoever is to be told in one of the conditions that this incident may come to: it can get worse. */
    List<String> audiences(DelegateExecution execution) {
        return Stream.of(Condition.DOWN, Condition.DEGRADED, Condition.INSECURE)
                .flatMap(condition -> audiences(execution, condition))
                .distinct()
                .filter(audience -> reach(execution, audience).isReached())
                .toList();
    }

    /** Whether the audience is to be told as long as the condition is what it is now. */
    public boolean tells(Token token) {
        var condition = incidents.get(token.incident()).condition();
        return audiences(token.execution(), condition).anyMatch(token.audience()::equals);
    }

    /**
     * The audience and how it is reached; the service's own address wins over that of the plan. Where the settings have lost
     * it meanwhile, the address is empty.
     */
    public Audience audience(Token token) {
        return reach(token.execution(), token.audience());
    }

    /** How soon the audience is owed a word, counted from when it is owed; empty where it is not owed, or not reached. */
    public Optional<Duration> within(Token token, Word word) {
        return Optional.of(audience(token))
                .filter(Audience::isReached)
                .flatMap(reached -> row(token, word))
                .map(Pace::within);
    }

    /** How long before a promised word is due somebody is asked to write it. */
    Optional<Duration> askBefore(Token token) {
        return row(token, Word.UPDATE).map(Pace::askBefore);
    }

    private Optional<Pace> row(Token token, Word word) {
        var now = clock.instant();
        var asked = about(token.execution(), incidents.get(token.incident()).condition());
        asked.put("audience", token.audience());
        asked.put("word", word.toString());
        asked.put("workingHours", hours.isWorkTime(now));
        asked.put("minutes", Duration.between(brokenSince(token), now).toMinutes());
        return tables.rows("updatesOwed", token.execution(), asked).stream()
                .findFirst()
                .map(row ->
                        new Pace(Duration.parse(row.getEntry("within")), Duration.parse(row.getEntry("askBefore"))));
    }

    private Stream<String> audiences(DelegateExecution execution, Condition condition) {
        if (incident(execution).drill()) {
            // Whatever a table says: practice stays in the house.
            return Stream.empty();
        }
        return tables.rows("audiences", execution, about(execution, condition)).stream()
                .map(row -> row.getEntry("audience"));
    }

    private Audience reach(DelegateExecution execution, String audience) {
        var asked = about(execution, incident(execution).condition());
        asked.put("audience", audience);
        return tables.rows("reachedBy", execution, asked).stream()
                .findFirst()
                .map(row -> {
                    var way = Way.of(row.getEntry("through"));
                    return new Audience(audience, way, address(execution, audience, way, row.getEntry("to")));
                })
                .orElseGet(() -> new Audience(audience, Way.MAIL, ""));
    }

    private String address(DelegateExecution execution, String audience, Way way, String planned) {
        return service(execution)
                .flatMap(service -> service.addressOf(audience))
                .or(() -> Optional.ofNullable(planned).filter(address -> !address.isBlank()))
                .orElse(way == Way.STATUS_PAGE ? settings.statusPageUrl() : "")
                .strip();
    }

    /** What every table may ask. */
    private Map<String, Object> about(DelegateExecution execution, Condition condition) {
        var incident = incident(execution);
        var about = new HashMap<String, Object>();
        about.put("condition", condition.toString());
        about.put("service", incident.service());
        about.put("tier", service(execution).map(Service::tier).orElse(Plan.UNKNOWN_TIER));
        about.put("restricted", incident.restricted());
        about.put("drill", incident.drill());
        return about;
    }

    private Instant brokenSince(Token token) {
        return Stream.of("BoundaryEvent_reopened", "BoundaryEvent_reopenedLater")
                .flatMap(box -> timeline.latest(token.incident(), box).stream())
                .map(TimelineEntry::at)
                .max(Instant::compareTo)
                .orElseGet(() -> incidents.get(token.incident()).reportedAt());
    }

    private Optional<Service> service(DelegateExecution execution) {
        return catalogue.named(incident(execution).service());
    }

    private Incident incident(DelegateExecution execution) {
        return incidents.get(new Token(execution).incident());
    }

    private record Pace(Duration within, Duration askBefore) {}
}
