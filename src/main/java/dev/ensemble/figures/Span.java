package dev.ensemble.figures;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From the report of an incident to something that happened, and the bounds that its histogram has. */
public enum Span {
    ANNOUNCED("announced_at", "PT10S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT30M", "PT1H"),
    MODERATOR("moderated_at", "PT1M", "PT2M", "PT5M", "PT10M", "PT20M", "PT30M", "PT1H", "PT2H"),
    RESTORED("restored_at", "PT5M", "PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "P1D", "P3D", "P7D"),
    MEETING("met_at", "P1D", "P2D", "P3D", "P5D", "P7D", "P14D", "P30D"),
    LAST_FOLLOW_UP("followed_up_at", "P7D", "P14D", "P30D", "P60D", "P90D", "P180D", "P365D");

    private final String column;
    private final List<Long> bounds;

    Span(String column, String... bounds) {
        this.column = column;
        this.bounds = seconds(bounds);
    }

    String column() {
        return column;
    }

    /** How its length is called in metrics. */
    String measured() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In seconds, the shortest first. */
    List<Long> bounds() {
        return bounds;
    }

    static List<Long> seconds(String... durations) {
        return Arrays.stream(durations)
                .map(duration -> Duration.parse(duration).toSeconds())
                .toList();
    }
}
