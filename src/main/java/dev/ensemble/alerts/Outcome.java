package dev.ensemble.alerts;

import java.util.Locale;

/** What became of one alert at the moment it came. */
public enum Outcome {
    /** A triage was opened for it. */
    OPENED,
    /** It is counted on the triage or incident that is there already. */
    REPEATED,
    /** It came in a quiet window. */
    QUIET,
    /** The routing table says so, or it resolves what nobody knows of. */
    IGNORED,
    /** A triage was opened for it, or it is counted on one, since it could not be read. */
    UNREADABLE;

    static Outcome of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
