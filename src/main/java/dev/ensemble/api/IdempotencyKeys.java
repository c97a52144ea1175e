package dev.ensemble.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which requests were sent under which key, and what they were answered; the same for all nodes, also after a restart. */
@Repository
class IdempotencyKeys {

    /** How long a key is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** Longer than any request takes; after it, whoever worked on it is taken for dead. */
    private static final Duration BELIEVED = Duration.ofSeconds(60);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.MIN);

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins to work on a request, unless somebody does or has done.
     *
     * @return empty where it is ours now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Known> begin(Request request, UUID worker) {
        forgetOld();
        var now = clock.instant();
        jdbc.sql("delete from idempotency_key where caller = :caller and given_key = :key and first_seen_at < :old")
                .param("caller", request.caller())
                .param("key", request.key())
                .param("old", when(now.minus(KEPT)))
                .update();
        if (isTakenOver(request, worker, now)) {
            return Optional.empty();
        }
        var known = find(request);
        if (known.isPresent()) {
            return known;
        }
        jdbc.sql("""
                        insert into idempotency_key (caller, given_key, digest, worker, believed_until, first_seen_at)
                        values (:caller, :key, :digest, :worker, :until, :now)""")
                .param("caller", request.caller())
                .param("key", request.key())
                .param("digest", request.digest())
                .param("worker", worker)
                .param("until", when(now.plus(BELIEVED)))
                .param("now", when(now))
                .update();
        return Optional.empty();
    }

    /** Somebody began to work on the same and never came back. */
    private boolean isTakenOver(Request request, UUID worker, Instant now) {
        return jdbc.sql("""
                        update idempotency_key set worker = :worker, believed_until = :until
                        where caller = :caller and given_key = :key and digest = :digest and believed_until < :now""")
                        .param("worker", worker)
                        .param("until", when(now.plus(BELIEVED)))
                        .param("caller", request.caller())
                        .param("key", request.key())
                        .param("digest", request.digest())
                        .param("now", when(now))
                        .update()
                > 0;
    }

    /**
     * It is answered, in the transaction that did what was asked.
     *
     * @return {@code false} where somebody took us for dead meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean answered(Request request, UUID worker, Answer answer) {
        return jdbc.sql("""
                        update idempotency_key
                        set worker = null, believed_until = null, location = :location, answer = :answer
                        where caller = :caller and given_key = :key and worker = :worker""")
                        .param("location", answer.location())
                        .param("answer", answer.body())
                        .param("caller", request.caller())
                        .param("key", request.key())
                        .param("worker", worker)
                        .update()
                > 0;
    }

    /** Nothing came of it: it may be tried again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(Request request, UUID worker) {
        jdbc.sql("delete from idempotency_key where caller = :caller and given_key = :key and worker = :worker")
                .param("caller", request.caller())
                .param("key", request.key())
                .param("worker", worker)
                .update();
    }

    /** What is known of a key whose insertion collided with another's. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Optional<Known> find(Request request) {
        return jdbc.sql("select * from idempotency_key where caller = :caller and given_key = :key")
                .param("caller", request.caller())
                .param("key", request.key())
                .query(IdempotencyKeys::known)
                .optional();
    }

    private void forgetOld() {
        var now = clock.instant();
        var last = cleaned.get();
        if (last.isBefore(now.minus(BETWEEN_CLEANINGS)) && cleaned.compareAndSet(last, now)) {
            jdbc.sql("delete from idempotency_key where first_seen_at < :old")
                    .param("old", when(now.minus(KEPT)))
                    .update();
        }
    }

    private static Known known(ResultSet row, int index) throws SQLException {
        var answer = row.getString("answer");
        return new Known(
                row.getString("digest"), answer == null ? null : new Answer(row.getString("location"), answer));
    }

    private static OffsetDateTime when(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param digest of what is asked; the same for the same */
    record Request(String caller, String key, String digest) {}

    /** @param body JSON */
    record Answer(String location, String body) {}

    /** @param answer {@code null} while somebody works on it */
    record Known(String digest, Answer answer) {}
}
