package dev.ensemble.library;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Rows;
import dev.ensemble.incident.UnknownIncident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that was learned, to be searched: by words, service, cause, role and time. First the incidents of which a cause
 * says it all, then those whose summary, causes and lessons do, then those where it came up; the newest of each first. Never
 * drills, and never what is kept to a few.
 */
@Component
public class Library {

    private static final Pattern CURSOR = Pattern.compile("(?<place>[0-2])\\.(?<incident>[A-Z]+-[0-9]+)");

    private static final String VISIBLE = "not incident.drill and not incident.restricted";

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Shelves shelves;
    private final Parts parts;
    private final FullText fullText;

    Library(JdbcClient jdbc, Incidents incidents, Shelves shelves, Parts parts, FullText fullText) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.shelves = shelves;
        this.parts = parts;
        this.fullText = fullText;
    }

    /**
     * @param limit how many at most
     * @throws Refused naming the part of the search that cannot be taken
     */
    public Page find(Search search, int limit) {
        var wanted = wanted("q", search.words());
        var cause = wanted("cause", search.cause());
        var parameters = new HashMap<String, Object>();
        var sql = sql(search, wanted, cause, parameters) + rest(search.cursor(), parameters)
                + " order by place, reported_at desc, number desc limit :limit";
        shelves.catchUp();
        var found = jdbc.sql(sql)
                .params(parameters)
                .param("limit", limit + 1)
                .query((row, index) -> new Found(new IncidentId(row.getLong("number")), row.getInt("place")))
                .list();
        var hits = found.stream().limit(limit).map(one -> hit(one.incident(), wanted == null ? cause : wanted));
        var last = found.size() > limit ? found.get(limit - 1) : null;
        return new Page(hits.toList(), last == null ? null : "%d.%s".formatted(last.place(), last.incident()));
    }

    private Hit hit(IncidentId id, Wanted wanted) {
        var incident = incidents.get(id);
        return Excerpt.of(incident, wanted, parts.of(incident));
    }

    private String sql(Search search, Wanted wanted, Wanted cause, Map<String, Object> parameters) {
        var where = new StringBuilder(VISIBLE);
        if (search.service() != null) {
            where.append(" and incident.service = :service");
            parameters.put("service", search.service());
        }
        if (search.role() != null) {
            where.append(
                    " and exists (select 1 from tenure where tenure.incident = incident.number and tenure.role = :role)");
            parameters.put("role", search.role());
        }
        if (search.from() != null) {
            where.append(" and incident.reported_at >= :from");
            parameters.put("from", Rows.when(search.from()));
        }
        if (search.to() != null) {
            where.append(" and incident.reported_at < :to");
            parameters.put("to", Rows.when(search.to()));
        }
        if (cause != null) {
            where.append(
                            " and incident.number in (select text.incident from library_text text where text.shelf = 0 and ")
                    .append(fullText.has(cause, "cause", parameters))
                    .append(")");
        }
        var found = wanted == null
                ? "select number, reported_at, 0 as place from incident where " + where
                : """
                select incident.number, incident.reported_at, min(text.shelf) as place
                from library_text text join incident on incident.number = text.incident
                where %s and %s group by incident.number, incident.reported_at""".formatted(fullText.has(wanted, "q", parameters), where);
        return "select number, place from (%s) found where true".formatted(found);
    }

    /** What comes after the page before. */
    private String rest(String cursor, Map<String, Object> parameters) {
        if (Entered.text(cursor).isEmpty()) {
            return "";
        }
        var last = CURSOR.matcher(cursor);
        try {
            var incident = last.matches() ? incidents.get(IncidentId.of(last.group("incident"))) : null;
            if (incident != null && !incident.restricted()) {
                parameters.put("place", Integer.parseInt(last.group("place")));
                parameters.put("reportedAt", Rows.when(incident.reportedAt()));
                parameters.put("number", incident.id().number());
                return " and (place > :place or place = :place and (reported_at, number) < (:reportedAt, :number))";
            }
        } catch (UnknownIncident e) {
            // refused below
        }
        throw new Refused("cursor", "Give the `next` of the page before, or leave it out.");
    }

    private static Wanted wanted(String field, String text) {
        return text == null || text.isBlank() ? null : Wanted.of(field, text);
    }

    private record Found(IncidentId incident, int place) {}

    /**
     * Some of what was found.
     *
     * @param next where to go on, {@code null} on the last page
     */
    public record Page(List<Hit> hits, String next) {}
}
