package dev.ensemble.alerts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much of what monitoring sends people hear.
 *
 * @param stormFrom from how many triages on we speak of a storm
 * @param stormWithin the time in which so many are opened
 * @param lookAgainAfter how long after those who respond were asked to look at an alert they can be asked for the same again
 */
@ConfigurationProperties("ensemble.alerts")
record AlertProperties(int stormFrom, Duration stormWithin, Duration lookAgainAfter) {

    AlertProperties {
        if (stormFrom < 2) {
            throw new IllegalArgumentException(
                    "ENSEMBLE_STORM_FROM is %d; say from how many on, at least 2.".formatted(stormFrom));
        }
        if (stormWithin == null || stormWithin.isNegative() || stormWithin.isZero()) {
            throw new IllegalArgumentException(
                    "ENSEMBLE_STORM_WITHIN is %s; say a time, such as 10m.".formatted(orEmpty(stormWithin)));
        }
        if (lookAgainAfter == null || lookAgainAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "ENSEMBLE_ALERT_LOOK_AGAIN_AFTER is %s; say a time, such as 10m, or 0s to ask each time."
                            .formatted(orEmpty(lookAgainAfter)));
        }
    }

    private static Object orEmpty(Duration time) {
        return time == null ? "empty" : time;
    }
}
