package dev.ensemble.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where events may go, and how much patience we have with whoever does not take them.
 *
 * @param allowedHosts names of hosts that may be asked though they are not public, also without TLS
 * @param patience how long an event waits at most for a receiver that is left alone, or that asks for more time
 * @param firstRest how long a receiver is left alone after its first failure; doubled with each further one in a row
 * @param longestRest how long it is left alone at most
 * @param longestRetryAfter how long we wait at most where it says when to come back
 */
@ConfigurationProperties("ensemble.webhooks")
record WebhookProperties(
        Set<String> allowedHosts,
        Duration patience,
        Duration firstRest,
        Duration longestRest,
        Duration longestRetryAfter) {

    private static final int MOST_DOUBLINGS = 10;

    WebhookProperties {
        allowedHosts = allowedHosts == null ? Set.of() : Set.copyOf(allowedHosts);
        check("ENSEMBLE_WEBHOOK_PATIENCE", patience);
        check("ENSEMBLE_WEBHOOK_FIRST_REST", firstRest);
        check("ENSEMBLE_WEBHOOK_LONGEST_REST", longestRest);
        check("ENSEMBLE_WEBHOOK_LONGEST_RETRY_AFTER", longestRetryAfter);
        if (longestRest.compareTo(firstRest) < 0) {
            throw new IllegalArgumentException(
                    "ENSEMBLE_WEBHOOK_LONGEST_REST is %s, which is shorter than ENSEMBLE_WEBHOOK_FIRST_REST, %s."
                            .formatted(longestRest, firstRest));
        }
    }

    /** @param failures of a receiver in a row, before the one that it rests for now */
    Duration rest(int failures) {
        return shorter(firstRest.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)), longestRest);
    }

    /** How long we wait for a receiver that asks for so much. */
    Duration granted(Duration retryAfter) {
        return shorter(retryAfter, longestRetryAfter);
    }

    /** Whether an event that has been due for so long waits no more. */
    boolean isOutOfPatience(Instant dueSince, Instant now) {
        return dueSince.isBefore(now.minus(patience));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void check(String setting, Duration value) {
        if (value == null || value.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("%s is %s; say a time of a second or more, such as 15m."
                    .formatted(setting, value == null ? "empty" : value));
        }
    }
}
