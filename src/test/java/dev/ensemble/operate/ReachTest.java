package dev.ensemble.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How it stands with a server elsewhere. */
class ReachTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Reach reach = new Reach("slack", true, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void isUnknownUntilItWasTried() {
        reach.bindTo(registry);

        assertThat(gauge("reachable")).isNaN();
        assertThat(gauge("authorized")).isNaN();
        assertThat(gauge("last.success.timestamp")).isZero();
        assertThat(gauge("failing.since.timestamp")).isZero();
    }

    @Test
    void saysSinceWhenItFailsUntilItAnswersAgain() {
        reach.bindTo(registry);
        reach.answered();
        reach.away("no route");
        reach.away("still none");

        assertThat(gauge("reachable")).isZero();
        assertThat(gauge("authorized")).isEqualTo(1);
        assertThat(gauge("failing.since.timestamp")).isEqualTo(NOON.getEpochSecond());

        reach.answered();

        assertThat(gauge("reachable")).isEqualTo(1);
        assertThat(gauge("failing.since.timestamp")).isZero();
        assertThat(gauge("last.success.timestamp")).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void tellsARefusalFromAbsence() {
        reach.bindTo(registry);
        reach.refused("token_revoked");

        assertThat(gauge("reachable")).isEqualTo(1);
        assertThat(gauge("authorized")).isZero();
        assertThat(gauge("failing.since.timestamp")).isPositive();
    }

    @Test
    void isNotSetUpWhereTheSettingsNameNone() {
        new Reach("slack", false, Clock.systemUTC()).bindTo(registry);

        assertThat(gauge("set.up")).isZero();
        assertThat(gauge("reachable")).isNaN();
    }

    private double gauge(String name) {
        return registry.get("ensemble.door." + name)
                .tag("door", "slack")
                .gauge()
                .value();
    }
}
