package dev.ensemble.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.access.Throttle.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Source NOOR_THERE = new Source("203.0.113.7", "noor");

    private Instant now = Instant.parse("2026-11-23T03:12:00Z");
    private final Throttle throttle = new Throttle(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void takesFiveTriesAndNoSixth() {
        five();
        assertThatThrownBy(() -> throttle.tried(NOOR_THERE)).hasMessage("Too many tries, wait 5 minutes.");
        assertThatCode(() -> throttle.tried(new Source("203.0.113.8", "noor"))).doesNotThrowAnyException();
        assertThatCode(() -> throttle.tried(new Source("203.0.113.7", "sam"))).doesNotThrowAnyException();
    }

    @Test
    void takesThemAgainLater() {
        five();
        now = now.plus(Duration.ofMinutes(4));
        assertThatThrownBy(() -> throttle.tried(NOOR_THERE)).hasMessage("Too many tries, wait 1 minutes.");
        now = now.plus(Duration.ofMinutes(1));
        assertThatCode(() -> throttle.tried(NOOR_THERE)).doesNotThrowAnyException();
    }

    @Test
    void forgetsWhoKnowsThePassword() {
        five();
        throttle.forget(NOOR_THERE);
        assertThatCode(this::five).doesNotThrowAnyException();
    }

    @Test
    void takesFiftyWrongTriesFromOneAddressWhateverTheNames() {
        for (var tries = 1; tries <= 50; tries++) {
            throttle.tried(new Source("203.0.113.7", "name " + tries));
        }

        assertThatThrownBy(() -> throttle.tried(NOOR_THERE)).isInstanceOf(TooManyTries.class);
        assertThatThrownBy(() -> throttle.look(NOOR_THERE)).isInstanceOf(TooManyTries.class);
        assertThatCode(() -> throttle.tried(new Source("203.0.113.8", "noor"))).doesNotThrowAnyException();
        now = now.plus(Duration.ofMinutes(5));
        assertThatCode(this::five).doesNotThrowAnyException();
    }

    @Test
    void countsNoRightPasswordsAndNoneThatCouldNotBeChecked() {
        for (var tries = 1; tries <= 60; tries++) {
            throttle.tried(NOOR_THERE);
            if (tries % 2 == 0) {
                throttle.forget(NOOR_THERE);
            } else {
                throttle.takeBack(NOOR_THERE);
            }
        }

        assertThatCode(this::five).doesNotThrowAnyException();
    }

    private void five() {
        for (var tries = 1; tries <= 5; tries++) {
            throttle.tried(NOOR_THERE);
        }
    }
}
