package dev.ensemble.figures;

import static dev.ensemble.incident.Rows.at;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Rows;
import dev.ensemble.incident.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
                    from follow_up where follow_up.incident = incident.number) as followed_up_at,
                exists (select 1 from recurrence where recurrence.incident = incident.number
                    and recurrence.state = 'confirmed') as repeats
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
        var followUps = followUps(asked);
        var all = followUps.get("follow_ups");
        var courses = courses(asked);
        return new Learning(
                courses.incidents,
                courses.spans(),
                offerToAnswer(asked),
                handOvers(asked),
                Share.of(courses.repeated, courses.incidents),
                Share.of(courses.held, courses.restored),
                Share.of(followUps.get("verified"), all),
                Share.of(followUps.get("declined"), all),
                Share.of(followUps.get("let_go"), all),
                Share.of(followUps.get("late"), all));
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
                            course.followed_up_at, course.repeats
                        order by course.reported_at, course.number""".formatted(FOLLOW_UPS, COURSES.formatted(asked.where())))
                .params(asked.parameters)
                .query(each);
    }

    private Courses courses(Asked asked) {
        var courses = new Courses();
        RowCallbackHandler each = courses::count;
        jdbc.sql(COURSES.formatted(asked.where())).params(asked.parameters).query(each);
        return courses;
    }

    private Distribution offerToAnswer(Asked asked) {
        var answered = new Measured(OFFER_BOUNDS);
        RowCallbackHandler each = row -> answered.add(at(row, "offered_at"), at(row, "answered_at"));
        jdbc.sql("""
                        select hand_over.offered_at, hand_over.answered_at
                        from hand_over join incident on incident.number = hand_over.incident
                        where hand_over.outcome in ('accepted', 'declined') and %s""".formatted(asked.where())).params(asked.parameters).query(each);
        return answered.distribution();
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

    /** What the incidents of a window came to, counted one by one. */
    private static final class Courses {

        private final Map<Span, Measured> measured = new EnumMap<>(Span.class);
        private long incidents;
        private long restored;
        private long held;
        private long repeated;

        private Courses() {
            for (var span : Span.values()) {
                measured.put(span, new Measured(span.bounds()));
            }
        }

        private void count(ResultSet row) throws SQLException {
            var isRestored = at(row, Span.RESTORED.column()) != null;
            incidents++;
            restored += isRestored ? 1 : 0;
            held += isRestored && at(row, Span.MEETING.column()) != null ? 1 : 0;
            repeated += row.getBoolean("repeats") ? 1 : 0;
            var reportedAt = at(row, "reported_at");
            for (var span : measured.entrySet()) {
                span.getValue().add(reportedAt, at(row, span.getKey().column()));
            }
        }

        private Map<Span, Distribution> spans() {
            var spans = new EnumMap<Span, Distribution>(Span.class);
            measured.forEach((span, seconds) -> spans.put(span, seconds.distribution()));
            return spans;
        }
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
