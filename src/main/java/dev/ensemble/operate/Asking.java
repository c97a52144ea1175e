package dev.ensemble.operate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Asks the database for meters: each question once in a while, and none for some time after it has not answered, so that the
 * rest can still be read when the database is away.
 */
@Component
public class Asking implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private static final Duration SPARED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Duration keptFor;
    private final Clock clock;
    private volatile Instant sparedUntil = Instant.MIN;

    Asking(JdbcClient jdbc, OperateProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.keptFor = settings.keptFor();
        this.clock = clock;
    }

    /** @return the answer as it was not long ago; empty where nobody knows */
    public <T> Supplier<Optional<T>> of(Supplier<T> question) {
        return of(question, keptFor);
    }

    /**
     * The same.
     *
     * @param keptFor how old the answer may be
     */
    public <T> Supplier<Optional<T>> of(Supplier<T> question, Duration keptFor) {
        LoadingCache<Boolean, Optional<T>> kept =
                Caffeine.newBuilder().expireAfterWrite(keptFor).build(any -> ask(question));
        return () -> kept.get(true);
    }

    private <T> Optional<T> ask(Supplier<T> question) {
        if (clock.instant().isBefore(sparedUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (DataAccessException | TransactionException e) {
            sparedUntil = clock.instant().plus(SPARED);
            LOG.warn("The database does not answer for the meters: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var answer = of(() -> jdbc.sql("select 1").query(Integer.class).single());
        Gauge.builder("ensemble.database.answers", () -> answer.get().orElse(0))
                .description("Whether the database answers")
                .register(registry);
    }
}
