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
 * in the middle of an incident. Who guesses for many people is slowed down by address alone.
 */
@Component
class Throttle {

    static final int TRIES = 5;
    static final int TRIES_OF_ADDRESS = 50;
    static final Duration WITHIN = Duration.ofMinutes(5);

    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Cache<Source, Tries> tries;
    private final Cache<String, Tries> triesOfAddress;

    Throttle(Clock clock) {
        this.clock = clock;
        this.tries = forAWhile();
        this.triesOfAddress = forAWhile();
    }

    /**
     * Counts a try before its password is looked at, so that many at once are no way around.
     *
     * @throws TooManyTries when it is one too many
     */
    void tried(Source source) {
        look(triesOfAddress.getIfPresent(source.address()), TRIES_OF_ADDRESS);
        count(tries, source, TRIES);
        count(triesOfAddress, source.address(), TRIES_OF_ADDRESS);
    }

    /** @throws TooManyTries when there have been too many already */
    void look(Source source) {
        look(tries.getIfPresent(source), TRIES);
        look(triesOfAddress.getIfPresent(source.address()), TRIES_OF_ADDRESS);
    }

    /** The password was right. */
    void forget(Source source) {
        tries.invalidate(source);
        takeBack(triesOfAddress.getIfPresent(source.address()));
    }

    /** Nobody could tell whether the password was right. */
    void takeBack(Source source) {
        takeBack(tries.getIfPresent(source));
        takeBack(triesOfAddress.getIfPresent(source.address()));
    }

    private <K> void count(Cache<K, Tries> of, K key, int most) {
        var before = of.get(
                key, first -> new Tries(new AtomicInteger(), clock.instant().plus(WITHIN)));
        if (before.count().incrementAndGet() > most) {
            throw tooMany(before);
        }
    }

    private void look(Tries before, int most) {
        if (before != null && before.count().get() >= most) {
            throw tooMany(before);
        }
    }

    private static void takeBack(Tries before) {
        if (before != null) {
            before.count().decrementAndGet();
        }
    }

    private TooManyTries tooMany(Tries before) {
        return new TooManyTries(Duration.between(clock.instant(), before.until()));
    }

    private <K> Cache<K, Tries> forAWhile() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(WITHIN)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    record Source(String address, String person) {}

    private record Tries(AtomicInteger count, Instant until) {}
}
