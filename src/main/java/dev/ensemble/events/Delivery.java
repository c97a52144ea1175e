package dev.ensemble.events;

import dev.ensemble.incident.IncidentId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One event on its way to one other system.
 *
 * @param id the later it happened, the higher
 * @param incident {@code null} where it is about none
 * @param mark by which the other system knows it when it comes again
 * @param kind the event's type
 * @param data JSON; {@code null} where it is not kept any more
 * @param dueSince since when it is tried
 * @param tries how many there were
 * @param outcome of the last of them, or why there is none; {@code null} before
 */
public record Delivery(
        long id,
        UUID webhook,
        IncidentId incident,
        UUID mark,
        String kind,
        String data,
        State state,
        Instant happenedAt,
        Instant dueSince,
        int tries,
        Instant triedAt,
        Instant settledAt,
        String outcome) {

    /** Where it stands. */
    public enum State {
        DUE,
        DELIVERED,
        /** Nobody tries any more by themselves. */
        DEAD,
        /** It was not to be told any more. */
        DROPPED;

        /** Empty when no state is spelled so. */
        public static Optional<State> named(String text) {
            return Stream.of(values())
                    .filter(state -> state.toString().equals(text))
                    .findFirst();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
