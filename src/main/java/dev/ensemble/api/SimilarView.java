package dev.ensemble.api;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.Recurrence;
import java.time.Instant;
import java.util.List;

/**
 * An earlier incident in which the same may have happened.
 *
 * @param condition as it was reported
 * @param stage where it stands; what is not over may be the very same, and can be merged
 * @param score how alike they read, from 0 to 100
 * @param why in a sentence
 * @param state {@code suggested} until a person says {@code confirmed} or {@code rejected}
 */
record SimilarView(
        String id,
        String service,
        String condition,
        String stage,
        Instant reportedAt,
        String summary,
        int score,
        String why,
        String state,
        String decidedBy,
        Instant decidedAt,
        List<Promise> followUps) {

    static SimilarView of(Recurrence found, List<FollowUp> followUps) {
        var earlier = found.earlier();
        return new SimilarView(
                earlier.id().toString(),
                earlier.service(),
                earlier.reportedAs().toString(),
                earlier.stage().toString(),
                earlier.reportedAt(),
                earlier.summary(),
                found.score(),
                found.why(),
                found.state().toString(),
                found.decidedBy(),
                found.decidedAt(),
                followUps.stream().map(Promise::of).toList());
    }

    /** What was to be done then, and what became of it. */
    record Promise(String action, String state) {

        static Promise of(FollowUp followUp) {
            return new Promise(followUp.action(), followUp.state().toString());
        }
    }
}
