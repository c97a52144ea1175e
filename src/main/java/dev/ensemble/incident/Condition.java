package dev.ensemble.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with the service now. */
public enum Condition {
    DOWN,
    DEGRADED,
    INSECURE,
    RESTORED;

    /** A condition that an incident can be reported with. */
    public static Optional<Condition> reportable(String text) {
        return Arrays.stream(values())
                .filter(condition ->
                        condition != RESTORED && condition.toString().equals(text))
                .findFirst();
    }

    static Condition of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
