package dev.ensemble.incident;

import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.FollowUp.State;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which follow-ups to look for; every part may be {@code null} and then asks nothing.
 *
 * @param owner user id
 * @param overdue whether their day is over and they are not done
 * @param service as the record spells it
 * @param after only those that come later in the list
 * @param today the day that it is for the team
 */
public record FollowUpSearch(
        String owner,
        State state,
        Boolean overdue,
        Kind kind,
        String service,
        Boolean learningFriendly,
        Place after,
        LocalDate today) {

    private static final String OVERDUE = "followed.due < :today and followed.state in (:open)";

    /** All whose day is over. */
    public static FollowUpSearch overdue(LocalDate today) {
        return new FollowUpSearch(null, null, true, null, null, null, null, today);
    }

    public FollowUpSearch after(FollowUp last) {
        return new FollowUpSearch(
                owner, state, overdue, kind, service, learningFriendly, new Place(last.due(), last.id()), today);
    }

    String sql() {
        var sql = new StringBuilder("""
                select followed.* from follow_up followed
                join incident on incident.number = followed.incident
                where incident.restricted = false and incident.drill = false""");
        add(sql, owner, "followed.owner = :owner");
        add(sql, state, "followed.state = :state");
        add(sql, overdue, Boolean.FALSE.equals(overdue) ? "not (%s)".formatted(OVERDUE) : OVERDUE);
        add(sql, kind, "followed.kind = :kind");
        add(sql, service, "incident.service = :service");
        add(sql, learningFriendly, "followed.learning_friendly = :learningFriendly");
        add(sql, after, "(followed.due > :afterDue or followed.due = :afterDue and followed.id > :afterId)");
        return sql.append(" order by followed.due, followed.id limit :limit").toString();
    }

    Map<String, Object> asked() {
        var asked = new HashMap<String, Object>();
        asked.put("owner", owner);
        asked.put("state", state == null ? null : state.toString());
        asked.put("open", State.OPEN.stream().map(State::toString).toList());
        asked.put("today", today);
        asked.put("kind", kind == null ? null : kind.toString());
        asked.put("service", service);
        asked.put("learningFriendly", learningFriendly);
        asked.put("afterDue", after == null ? null : after.due());
        asked.put("afterId", after == null ? null : after.id());
        return asked;
    }

    private static void add(StringBuilder sql, Object asked, String condition) {
        if (asked != null) {
            sql.append(" and ").append(condition);
        }
    }

    /** A place in the list, by which it goes on. */
    public record Place(LocalDate due, long id) {

        private static final Pattern SPELLING = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,18})");

        /** Empty when no place is spelled so. */
        public static Optional<Place> of(String text) {
            var spelled = SPELLING.matcher(text);
            try {
                return spelled.matches()
                        ? Optional.of(new Place(LocalDate.parse(spelled.group(1)), Long.parseLong(spelled.group(2))))
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return due + "." + id;
        }
    }
}
