package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Recurrence.Rule;
import dev.ensemble.incident.Recurrence.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which earlier incidents an incident may be a repeat of. Found when it is reported, by a rule that gives the same on every
 * day and every database ({@code docs/recurrence.md}): among the {@value #CANDIDATES} latest incidents of the same service
 * in the months before, those that the same alert was about, those with the same reported condition, and those of another
 * condition of which at least half of the words of the new summary, and at least {@value #ALIKE_WORDS}, are in the summary or
 * the causes; the {@value #MOST} that read most alike, and the {@value #MOST_GOING_ON} that do so of those that are still going
 * on. Drills recur only in drills, and what is restricted, retracted or merged is none of them. A person says whether it was the
 * same.
 */
@Repository
public class Recurrences {

    private static final int CANDIDATES = 100;
    private static final int MOST = 10;
    private static final int ALIKE_SCORE = 50;
    private static final int ALIKE_WORDS = 3;
    private static final int MOST_GOING_ON = 3;

    private static final Comparator<Recurrence> LIKELIHOOD = Comparator.comparing(
                    (Recurrence found) -> found.rule() == Rule.SAME_ALERT)
            .thenComparing(Recurrence::score)
            .thenComparing(found -> found.earlier().reportedAt())
            .thenComparing(found -> found.earlier().id().number());

    /** What is going on comes before all that is over: whoever reports it again is to see it. */
    private static final Comparator<Recurrence> AS_SHOWN = Comparator.comparing(Recurrence::isGoingOn)
            .thenComparing(LIKELIHOOD)
            .reversed();

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Incidents incidents;
    private final Learned learned;
    private final Timeline timeline;
    private final IncidentProperties house;
    private final int months;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Recurrences(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            Incidents incidents,
            Learned learned,
            Timeline timeline,
            IncidentProperties house,
            @Value("${ensemble.recurrence-months}") int months,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.incidents = incidents;
        this.learned = learned;
        this.timeline = timeline;
        this.house = house;
        this.months = months;
        this.clock = clock;
        this.events = events;
    }

    /** Looks for earlier incidents of one that has just been reported, and keeps those that it finds. */
    public void find(Incident incident) {
        keep(likely(incident, Set.of()));
    }

    /**
     * Looks once more, as an alert belongs to the incident now; what is kept already stays as it is, but that the same alert was
     * about it.
     */
    public void findAgain(Incident incident) {
        var known = kept(incident.id());
        var likely = likely(incident, ofSameAlert(incident.id()));
        keep(likely.stream()
                .filter(found -> !known.contains(found.earlier().id()))
                .toList());
        likely.stream()
                .filter(found -> known.contains(found.earlier().id()) && found.rule() == Rule.SAME_ALERT)
                .forEach(this::keepRule);
    }

    private List<Recurrence> likely(Incident incident, Set<IncidentId> ofSameAlert) {
        var likely = candidates(incident, ofSameAlert).stream()
                .filter(found ->
                        found.rule() != Rule.ALIKE || found.score() >= ALIKE_SCORE && found.wordsAlike() >= ALIKE_WORDS)
                .sorted(LIKELIHOOD.reversed())
                .toList();
        var goingOn = likely.stream().filter(Recurrence::isGoingOn).limit(MOST_GOING_ON);
        return Stream.concat(goingOn, likely.stream().limit(MOST)).distinct().toList();
    }

    /** Those that may be shown to whoever sees the incident, the most alike first. */
    public List<Recurrence> of(IncidentId incident) {
        var kept = jdbc.sql("select * from recurrence where incident = :incident")
                .param("incident", incident.number())
                .query(Recurrences::kept)
                .list();
        var earlier = incidents.all(kept.stream().map(Kept::earlier).toList()).stream()
                .collect(Collectors.toMap(Incident::id, found -> found));
        return kept.stream()
                .map(row -> row.recurrence(earlier.get(row.earlier())))
                .filter(found ->
                        !found.earlier().restricted() && (found.state() == State.CONFIRMED || counts(found.earlier())))
                .sorted(AS_SHOWN)
                .toList();
    }

    /** What stands against saying that one is, or is not, a repeat of the other; empty where nothing does. */
    public Optional<String> against(IncidentId id, IncidentId earlierId) {
        var incident = incidents.get(id);
        var earlier = incidents.get(earlierId);
        if (id.equals(earlierId) || earlier.reportedAt().isAfter(incident.reportedAt())) {
            return Optional.of("%s was not reported before %s.".formatted(earlierId, id));
        }
        if (!earlier.service().equals(incident.service())) {
            return Optional.of("%s is about %s.".formatted(earlierId, earlier.service()));
        }
        if (earlier.drill() != incident.drill() || earlier.restricted()) {
            return Optional.of("%s and %s are not for the same people.".formatted(id, earlierId));
        }
        if (!counts(incident) || !counts(earlier)) {
            var gone = counts(incident) ? earlier : incident;
            return Optional.of("%s is %s.".formatted(gone.id(), gone.stage()));
        }
        return Optional.empty();
    }

    /**
     * Somebody says whether the same has happened again.
     *
     * @throws Conflict when neither can be said of these two
     */
    public void decide(IncidentId id, IncidentId earlier, boolean same, String person) {
        against(id, earlier).ifPresent(reason -> {
            throw new Conflict(reason);
        });
        var incident = incidents.get(id);
        var before = of(id).stream()
                .filter(found -> found.earlier().id().equals(earlier))
                .findFirst()
                .orElseGet(() -> named(incident, incidents.get(earlier)));
        var state = same ? State.CONFIRMED : State.REJECTED;
        if (before.state() == state) {
            return;
        }
        jdbc.sql("""
                        update recurrence set state = :state, decided_by = :by, decided_at = :at
                        where incident = :incident and earlier = :earlier""")
                .param("state", state.toString())
                .param("by", person)
                .param("at", when(clock.instant()))
                .param("incident", id.number())
                .param("earlier", earlier.number())
                .update();
        timeline.happened(id, null, same ? "Happened before" : "Did not happen before", person, earlier.toString());
        if (same) {
            events.publishEvent(new RecurrenceConfirmed(id, earlier, person));
        }
        events.publishEvent(new IncidentMoved(id));
    }

    private List<Recurrence> candidates(Incident incident, Set<IncidentId> ofSameAlert) {
        var earlier = incidents.before(
                incident,
                incident.reportedAt()
                        .atZone(house.timeZone())
                        .minusMonths(months)
                        .toInstant(),
                CANDIDATES);
        var causes = learned.causes(earlier.stream().map(Incident::id).toList());
        return earlier.stream()
                .map(candidate -> compared(
                        incident,
                        candidate,
                        causes.getOrDefault(candidate.id(), List.of()),
                        rule(incident, candidate, ofSameAlert)))
                .toList();
    }

    private static Rule rule(Incident incident, Incident candidate, Set<IncidentId> ofSameAlert) {
        if (ofSameAlert.contains(candidate.id())) {
            return Rule.SAME_ALERT;
        }
        return isOfSameCondition(candidate, incident) ? Rule.SAME_CONDITION : Rule.ALIKE;
    }

    /** As it was reported, or as it has become while it goes on. */
    private static boolean isOfSameCondition(Incident earlier, Incident incident) {
        return earlier.reportedAs() == incident.reportedAs() || earlier.condition() == incident.reportedAs();
    }

    private Set<IncidentId> ofSameAlert(IncidentId incident) {
        return Set.copyOf(jdbc.sql("""
                        select distinct before.incident from triage
                        join triage before on before.alert_key = triage.alert_key
                        where triage.incident = :incident and before.incident is not null""")
                .param("incident", incident.number())
                .query((row, index) -> new IncidentId(row.getLong("incident")))
                .list());
    }

    /** The service's own name tells nothing: both are about it. */
    private static Recurrence compared(Incident incident, Incident earlier, List<String> causes, Rule rule) {
        var words = Likeness.words(List.of(incident.summary()));
        words.removeAll(Likeness.words(List.of(incident.service())));
        var texts = new ArrayList<>(causes);
        texts.add(earlier.summary());
        var alike = new HashSet<>(words);
        alike.retainAll(Likeness.words(texts));
        return new Recurrence(incident.id(), earlier, rule, words.size(), alike.size(), State.SUGGESTED, null, null);
    }

    private Recurrence named(Incident incident, Incident earlier) {
        var named = compared(incident, earlier, learned.causes(earlier.id()), Rule.NAMED);
        keep(List.of(named));
        return named;
    }

    private void keep(List<Recurrence> found) {
        batches.batchUpdate("""
                        insert into recurrence (incident, earlier, rule, words, words_alike, state)
                        values (:incident, :earlier, :rule, :words, :alike, :state)""", found.stream().map(Recurrences::row).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(Recurrence found) {
        return new MapSqlParameterSource("incident", found.incident().number())
                .addValue("earlier", found.earlier().id().number())
                .addValue("rule", found.rule().toString())
                .addValue("words", found.words())
                .addValue("alike", found.wordsAlike())
                .addValue("state", found.state().toString());
    }

    private void keepRule(Recurrence found) {
        jdbc.sql("update recurrence set rule = :rule where incident = :incident and earlier = :earlier")
                .param("rule", found.rule().toString())
                .param("incident", found.incident().number())
                .param("earlier", found.earlier().id().number())
                .update();
    }

    private Set<IncidentId> kept(IncidentId incident) {
        return Set.copyOf(jdbc.sql("select earlier from recurrence where incident = :incident")
                .param("incident", incident.number())
                .query((row, index) -> new IncidentId(row.getLong("earlier")))
                .list());
    }

    private static boolean counts(Incident incident) {
        return incident.stage() != Stage.RETRACTED && incident.stage() != Stage.MERGED;
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                new IncidentId(row.getLong("incident")),
                new IncidentId(row.getLong("earlier")),
                Rule.of(row.getString("rule")),
                row.getInt("words"),
                row.getInt("words_alike"),
                State.of(row.getString("state")),
                row.getString("decided_by"),
                at(row, "decided_at"));
    }

    /** A row, which names the earlier incident only. */
    private record Kept(
            IncidentId incident,
            IncidentId earlier,
            Rule rule,
            int words,
            int wordsAlike,
            State state,
            String decidedBy,
            Instant decidedAt) {

        Recurrence recurrence(Incident found) {
            return new Recurrence(incident, found, rule, words, wordsAlike, state, decidedBy, decidedAt);
        }
    }
}
