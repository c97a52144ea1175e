package dev.ensemble.alerts;

import java.time.Instant;
import java.util.Map;

/**
 * One alert as a monitoring system sent it, in one shape for all of them.
 *
 * @param key what repeats of the same alert have in common, such as Alertmanager's fingerprint; at most 255 characters
 * @param name such as {@code InstanceDown}
 * @param summary one line for people, at most 500 characters; may be empty
 * @param severity as the sender says it; may be empty
 * @param labels as the sender says them, such as {@code service}, {@code instance}, {@code environment}
 * @param startedAt {@code null} where the sender does not say
 * @param link where to look, {@code null} for nowhere; http or https
 * @param raw the sender's own JSON of this one alert; of an unreadable one, the body as it came
 */
public record Alert(
        String key,
        Status status,
        String name,
        String summary,
        String severity,
        Map<String, String> labels,
        Instant startedAt,
        String link,
        String raw) {

    /** What the sender says of it. */
    public enum Status {
        FIRING,
        RESOLVED,
        UNREADABLE
    }
}
