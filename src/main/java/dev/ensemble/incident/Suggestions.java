package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Recurrence.Rule;
import dev.ensemble.incident.Recurrence.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which earlier incidents are suggested as what an incident repeats, by a rule that gives the same on every day and every
 * database ({@code docs/recurrence.md}): among the {@value #CANDIDATES} latest incidents of the same service in the months
 * before, those that the same alert was about, those with the same reported condition, and those of another condition of which
 * at least half of the words of the new summary, and at least {@value #ALIKE_WORDS}, are in the summary or the causes; the
 * {@value #MOST} that read most alike, and the {@value #MOST_GOING_ON} that do so of those that are still going on. Drills recur
 * only in drills, and what is restricted, retracted or merged is none of them.
 */
@Repository
class Suggestions {

    /** The likeliest last. */
    static final Comparator<Recurrence> LIKELIHOOD = Comparator.comparing(
                    (Recurrence found) -> found.rule() == Rule.SAME_ALERT)
            .thenComparing(Recurrence::score)
            .thenComparing(found -> found.earlier().reportedAt())
            .thenComparing(found -> found.earlier().id().number());

    private static final int CANDIDATES = 100;
    private static final int MOST = 10;
    private static final int ALIKE_SCORE = 50;
    private static final int ALIKE_WORDS = 3;
    private static final int MOST_GOING_ON = 3;

    private final JdbcClient jdbc;
    private final Learned learned;
    private final IncidentProperties house;
    private final int months;

    Suggestions(
            JdbcClient jdbc,
            Learned learned,
            IncidentProperties house,
            @Value("${ensemble.recurrence-months}") int months) {
        this.jdbc = jdbc;
        this.learned = learned;
        this.house = house;
        this.months = months;
    }

    /** Those of an incident that no alert belongs to yet. */
    List<Recurrence> of(Incident incident) {
        return likely(incident, Set.of());
    }

    /** The same where alerts may belong to it. */
    List<Recurrence> ofAlerted(Incident incident) {
        return likely(incident, ofSameAlert(incident.id()));
    }

    /** The one that a person named, however much alike. */
    Recurrence named(Incident incident, Incident earlier) {
        return compared(incident, earlier, learned.causes(earlier.id()), Rule.NAMED);
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

    private List<Recurrence> candidates(Incident incident, Set<IncidentId> ofSameAlert) {
        var earlier = before(
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

    /** The service's latest incidents before one that say something about it: of its kind, and known to everybody. */
    private List<Incident> before(Incident incident, Instant from, int limit) {
        return jdbc.sql("""
                        select * from incident
                        where service = :service and reported_at between :from and :reportedAt and number <> :number
                            and drill = :drill and not restricted and stage not in ('retracted', 'merged')
                        order by reported_at desc, number desc limit :limit""")
                .param("service", incident.service())
                .param("from", when(from))
                .param("reportedAt", when(incident.reportedAt()))
                .param("number", incident.id().number())
                .param("drill", incident.drill())
                .param("limit", limit)
                .query(Incidents::incident)
                .list();
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
}
