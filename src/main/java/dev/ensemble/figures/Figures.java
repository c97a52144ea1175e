package dev.ensemble.figures;

import static dev.ensemble.incident.Rows.at;

import dev.ensemble.figures.Distribution.Bucket;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Rows;
import dev.ensemble.incident.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes figures from the record as it is at that moment, so that a corrected time is counted as corrected. Drills are left
 * out, and what is kept to a few always is: by difference, even a sum over many would tell of it. So are those that were
 * retracted or merged into another. docs/figures.md says what each figure means.
 */
@Component
public class Figures {

    private static final String COUNTED = """
            not incident.drill and not incident.restricted and incident.stage not in ('retracted', 'merged')""";

    private static final String COURSES = """
            select incident.number, incident.service, incident.reported_as, incident.stage, incident.reported_at,
                (select min(message.settled_at) from message where message.incident = incident.number
                    and message.kind = 'announcement' and message.state in ('said', 'said-by-hand')) as announced_at,
                (select min(tenure.since) from tenure where tenure.incident = incident.number
                    and tenure.role = 'moderator' and tenure.came_from is null) as moderated_at,
                incident.restored_at,
                (select meeting.held_at from meeting where meeting.incident = incident.number) as met_at,
                (select case when count(*) = count(follow_up.ended_at) then max(follow_up.ended_at) end
                    from follow_up where follow_up.incident = incident.number) as followed_up_at
            from incident where %s""";

    private static final String VERIFIED = "follow_up.state in ('verified', 'ended')";

    /** Verified after its day, or not yet verified though its day is over. */
    private static final String LATE = """
            (%s and cast(follow_up.verified_at at time zone :zone as date) > follow_up.due
            or follow_up.state in ('agreed', 'accepted', 'done') and follow_up.due < :today)""".formatted(VERIFIED);

    private static final String FOLLOW_UPS = """
            count(follow_up.id) as follow_ups,
            count(case when %s then 1 end) as verified,
            count(case when follow_up.state = 'declined' then 1 end) as declined,
            count(case when follow_up.state = 'let-go' then 1 end) as let_go,
            count(case when %s then 1 end) as late""".formatted(VERIFIED, LATE);

    static final List<Long> OFFER_BOUNDS = Span.seconds("PT30S", "PT1M", "PT2M", "PT3M", "PT5M", "PT10M", "PT30M");

    private final JdbcClient jdbc;
    private final WorkingHours hours;
    private final Clock clock;

    Figures(JdbcClient jdbc, WorkingHours hours, Clock clock) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.clock = clock;
    }

    /** All figures over the incidents of a window. */
    public Learning learning(Window window) {
        var asked = new Asked(window);
        var courses = COURSES.formatted(asked.where());
        var spans = new EnumMap<Span, Distribution>(Span.class);
        for (var span : Span.values()) {
            spans.put(
                    span,
                    distribution(
                            "extract(epoch from %s) - extract(epoch from reported_at)".formatted(span.column()),
                            "(%s) course where %s is not null".formatted(courses, span.column()),
                            span.bounds(),
                            asked));
        }
        var followUps = followUps(asked);
        return new Learning(
                count("select count(*) from incident where " + asked.where(), asked),
                spans,
                offerToAnswer(asked),
                handOvers(asked),
                Share.of(
                        count(
                                "select count(*) from (%s) course where restored_at is not null and met_at is not null"
                                        .formatted(courses),
                                asked),
                        count(
                                "select count(*) from incident where restored_at is not null and " + asked.where(),
                                asked)),
                Share.of(followUps.get("verified"), followUps.get("follow_ups")),
                Share.of(followUps.get("declined"), followUps.get("follow_ups")),
                Share.of(followUps.get("let_go"), followUps.get("follow_ups")),
                Share.of(followUps.get("late"), followUps.get("follow_ups")));
    }

    /** Every incident of a window by itself, the oldest first. */
    public void times(Window window, Consumer<IncidentTimes> reader) {
        var asked = new Asked(window);
        RowCallbackHandler each = row -> reader.accept(times(row));
        jdbc.sql("""
                        select course.*, %s from (%s) course
                        left join follow_up on follow_up.incident = course.number
                        group by course.number, course.service, course.reported_as, course.stage, course.reported_at,
                            course.announced_at, course.moderated_at, course.restored_at, course.met_at,
                            course.followed_up_at
                        order by course.reported_at, course.number""".formatted(FOLLOW_UPS, COURSES.formatted(asked.where())))
                .params(asked.parameters)
                .query(each);
    }

    private Distribution offerToAnswer(Asked asked) {
        return distribution(
                "extract(epoch from hand_over.answered_at) - extract(epoch from hand_over.offered_at)",
                """
                hand_over join incident on incident.number = hand_over.incident
                where hand_over.outcome in ('accepted', 'declined') and %s""".formatted(asked.where()),
                OFFER_BOUNDS,
                asked);
    }

    private Map<String, Long> handOvers(Asked asked) {
        var outcomes = new TreeMap<String, Long>();
        jdbc.sql("""
                        select hand_over.outcome, count(*) as n
                        from hand_over join incident on incident.number = hand_over.incident
                        where hand_over.outcome <> 'open' and %s group by hand_over.outcome""".formatted(asked.where())).params(asked.parameters).query(row -> {
            outcomes.put(row.getString("outcome"), row.getLong("n"));
        });
        return outcomes;
    }

    private Map<String, Long> followUps(Asked asked) {
        return jdbc.sql("select %s from follow_up join incident on incident.number = follow_up.incident where %s"
                        .formatted(FOLLOW_UPS, asked.where()))
                .params(asked.parameters)
                .query((row, index) -> Map.of(
                        "follow_ups", row.getLong("follow_ups"),
                        "verified", row.getLong("verified"),
                        "declined", row.getLong("declined"),
                        "let_go", row.getLong("let_go"),
                        "late", row.getLong("late")))
                .single();
    }

    private Distribution distribution(String seconds, String from, List<Long> bounds, Asked asked) {
        var columns = new StringBuilder("count(*) as n, max(s) as longest");
        for (var percent : List.of(10, 25, 50, 75, 90)) {
            columns.append(", percentile_cont(0.%02d) within group (order by s) as p%d".formatted(percent, percent));
        }
        for (var bound : bounds) {
            columns.append(", count(case when s <= %d then 1 end) as b%d".formatted(bound, bound));
        }
        return jdbc.sql("select %s from (select cast(%s as double precision) as s from %s) spans"
                        .formatted(columns, seconds, from))
                .params(asked.parameters)
                .query((row, index) -> distribution(row, bounds))
                .single();
    }

    private static Distribution distribution(ResultSet row, List<Long> bounds) throws SQLException {
        var buckets = new ArrayList<Bucket>();
        var counted = 0L;
        for (var bound : bounds) {
            var upTo = row.getLong("b" + bound);
            buckets.add(new Bucket(bound, upTo - counted));
            counted = upTo;
        }
        buckets.add(new Bucket(null, row.getLong("n") - counted));
        return new Distribution(
                row.getLong("n"),
                seconds(row, "p10"),
                seconds(row, "p25"),
                seconds(row, "p50"),
                seconds(row, "p75"),
                seconds(row, "p90"),
                seconds(row, "longest"),
                buckets);
    }

    /** Milliseconds are what the record keeps. */
    private static Double seconds(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value * 1000) / 1000.0;
    }

    private static IncidentTimes times(ResultSet row) throws SQLException {
        return new IncidentTimes(
                new IncidentId(row.getLong("number")),
                row.getString("service"),
                row.getString("reported_as"),
                row.getString("stage"),
                at(row, "reported_at"),
                at(row, "announced_at"),
                at(row, "moderated_at"),
                at(row, "restored_at"),
                at(row, "met_at"),
                at(row, "followed_up_at"),
                row.getInt("follow_ups"),
                row.getInt("verified"),
                row.getInt("declined"),
                row.getInt("let_go"),
                row.getInt("late"));
    }

    private long count(String sql, Asked asked) {
        return jdbc.sql(sql).params(asked.parameters).query(Long.class).single();
    }

    /** A window in SQL. */
    private final class Asked {

        private final Map<String, Object> parameters = new HashMap<>();
        private final StringBuilder conditions = new StringBuilder(COUNTED);

        private Asked(Window window) {
            parameters.put("zone", hours.zone().getId());
            parameters.put("today", hours.today(clock.instant()));
            add("incident.reported_at >= :from", "from", Rows.when(window.from()));
            add("incident.reported_at < :to", "to", Rows.when(window.to()));
            add("incident.service = :service", "service", window.service());
        }

        private void add(String condition, String name, Object value) {
            if (value != null) {
                conditions.append(" and ").append(condition);
                parameters.put(name, value);
            }
        }

        private String where() {
            return conditions.toString();
        }
    }
}
