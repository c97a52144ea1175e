package dev.ensemble.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords, by address and person: somebody who guesses from elsewhere cannot lock a responder out
 * in the middle of an incident.
 */
@Component
class Throttle {

    static final int TRIES = 5;
    static final Duration WITHIN = Duration.ofMinutes(5);

    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Cache<Source, Tries> tries;

    Throttle(Clock clock) {
        this.clock = clock;
        this.tries = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(WITHIN)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /**
     * Counts a try before its password is looked at, so that many at once are no way around.
     *
     * @throws TooManyTries when it is one too many
     */
    void tried(Source source) {
        var before = tries.get(
                source, first -> new Tries(new AtomicInteger(), clock.instant().plus(WITHIN)));
        if (before.count().incrementAndGet() > TRIES) {
            throw tooMany(before);
        }
    }

    /** @throws TooManyTries when there have been too many already */
    void look(Source source) {
        var before = tries.getIfPresent(source);
        if (before != null && before.count().get() >= TRIES) {
            throw tooMany(before);
        }
    }

    /** The password was right. */
    void forget(Source source) {
        tries.invalidate(source);
    }

    /** Nobody could tell whether the password was right. */
    void takeBack(Source source) {
        tries.asMap().computeIfPresent(source, (same, before) -> {
            before.count().decrementAndGet();
            return before;
        });
    }

    private TooManyTries tooMany(Tries before) {
        return new TooManyTries(Duration.between(clock.instant(), before.until()));
    }

    record Source(String address, String person) {}

    private record Tries(AtomicInteger count, Instant until) {}
}
