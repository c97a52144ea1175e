package dev.ensemble.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ensemble.incident.FollowUpHistory.Move;
import dev.ensemble.incident.FollowUpHistory.Turn;
import java.time.Instant;
import java.util.List;

/**
 * A follow-up with the incident that it comes from, and how it came to be what it is.
 *
 * @param moves each time it was promised for another day
 * @param history each state that it came into, and each owner who was asked
 */
record WholeFollowUp(@JsonUnwrapped ListedFollowUp followUp, List<Move> moves, List<TurnView> history) {

    /**
     * @param person who did it; absent where time did
     * @param note what they said: evidence, what they looked at, a reason
     */
    record TurnView(Instant at, String state, String owner, String person, String note) {

        static TurnView of(Turn turn) {
            return new TurnView(turn.at(), turn.state().toString(), turn.owner(), turn.person(), turn.note());
        }
    }
}
