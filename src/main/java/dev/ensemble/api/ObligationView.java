package dev.ensemble.api;

import dev.ensemble.incident.Obligation;
import java.time.Instant;

/**
 * What people outside are owed.
 *
 * @param audience its key in the communication plan
 * @param word {@code first}, {@code update}, {@code change}, {@code restored}, {@code why} or {@code nothing}
 * @param metAt absent until they are told
 * @param endedAt absent while it is owed; without {@code metAt}, something else was owed instead, or nothing any more
 * @param overdueSaidAt absent unless the moderator was told that it is late
 */
record ObligationView(
        String audience,
        String word,
        Instant owedAt,
        Instant due,
        Instant overdueSaidAt,
        Instant metAt,
        Instant endedAt) {

    static ObligationView of(Obligation obligation) {
        return new ObligationView(
                obligation.audience(),
                obligation.word().toString(),
                obligation.owedAt(),
                obligation.dueAt(),
                obligation.overdueSaidAt(),
                obligation.metAt(),
                obligation.endedAt());
    }
}
