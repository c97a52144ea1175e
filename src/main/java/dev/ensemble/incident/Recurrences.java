package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Recurrence.Rule;
import dev.ensemble.incident.Recurrence.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which earlier incidents an incident may be a repeat of, as {@link Suggestions} finds them, and whether people say so. */
@Repository
public class Recurrences {

    /** What is going on comes before all that is over: whoever reports it again is to see it. */
    private static final Comparator<Recurrence> AS_SHOWN = Comparator.comparing(Recurrence::isGoingOn)
            .thenComparing(Suggestions.LIKELIHOOD)
            .reversed();

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Incidents incidents;
    private final Suggestions suggestions;
    private final Timeline timeline;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Recurrences(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            Incidents incidents,
            Suggestions suggestions,
            Timeline timeline,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.incidents = incidents;
        this.suggestions = suggestions;
        this.timeline = timeline;
        this.clock = clock;
        this.events = events;
    }

    /** Looks for earlier incidents of one that has just been reported, and keeps those that it finds. */
    public void find(Incident incident) {
        keep(suggestions.of(incident));
    }

    /**
     * Looks once more, as an alert belongs to the incident now; what is kept already stays as it is, but that the same alert was
     * about it.
     */
    public void findAgain(Incident incident) {
        var known = kept(incident.id());
        var suggested = suggestions.ofAlerted(incident);
        keep(suggested.stream()
                .filter(found -> !known.contains(found.earlier().id()))
                .toList());
        suggested.stream()
                .filter(found -> known.contains(found.earlier().id()) && found.rule() == Rule.SAME_ALERT)
                .forEach(this::keepRule);
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

    private Recurrence named(Incident incident, Incident earlier) {
        var named = suggestions.named(incident, earlier);
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
