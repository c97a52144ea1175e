package dev.ensemble.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How it stands with a server elsewhere, by what became of the last calls. What is not known yet is told as such. */
public final class Reach implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    private static final double YES = 1;
    private static final double NO = 0;
    private static final double UNKNOWN = Double.NaN;
    private static final double NEVER = 0;

    private final String server;
    private final boolean setUp;
    private final Clock clock;
    private double reachable = UNKNOWN;
    private double letIn = UNKNOWN;
    private Instant lastSuccess;
    private Instant failingSince;

    /**
     * @param server as the meters and the log name it
     * @param setUp whether the settings name one at all
     */
    public Reach(String server, boolean setUp, Clock clock) {
        this.server = server;
        this.setUp = setUp;
        this.clock = clock;
    }

    /** It let us in and answered, be it that what we asked for cannot be had. */
    public synchronized void answered() {
        if (failingSince != null) {
            LOG.info("{} answers again; it had not since {}.", server, failingSince);
        }
        reachable = YES;
        letIn = YES;
        lastSuccess = clock.instant();
        failingSince = null;
    }

    /** It is there and does not let us in: a wrong token, a wrong password. */
    public synchronized void refused(String why) {
        reachable = YES;
        letIn = NO;
        fails(why);
    }

    /** It does not answer, or not in a way that can be understood. */
    public synchronized void away(String why) {
        reachable = NO;
        fails(why);
    }

    private void fails(String why) {
        if (failingSince == null) {
            LOG.warn("{} fails from now on: {}", server, why);
            failingSince = clock.instant();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "set.up", null, "Whether the settings name one", reach -> setUp ? YES : NO);
        gauge(registry, "reachable", null, "Whether it answered the last call", reach -> reach.reachable);
        gauge(registry, "authorized", null, "Whether it let us in when it last answered", reach -> reach.letIn);
        gauge(
                registry,
                "last.success.timestamp",
                "seconds",
                "When it last let us in and answered; 0 for never",
                reach -> seconds(reach.lastSuccess));
        gauge(
                registry,
                "failing.since.timestamp",
                "seconds",
                "Since when it has not; 0 while it does",
                reach -> seconds(reach.failingSince));
    }

    private void gauge(
            MeterRegistry registry, String name, String unit, String meaning, ToDoubleFunction<Reach> value) {
        Gauge.builder("ensemble.door." + name, this, reach -> reach.now(value))
                .baseUnit(unit)
                .description(meaning)
                .tag("door", server)
                .register(registry);
    }

    private synchronized double now(ToDoubleFunction<Reach> value) {
        return value.applyAsDouble(this);
    }

    private static double seconds(Instant moment) {
        return moment == null ? NEVER : moment.toEpochMilli() / 1_000.0;
    }
}
