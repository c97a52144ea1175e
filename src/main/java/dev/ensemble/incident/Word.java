package dev.ensemble.incident;

import java.util.Locale;

/** What people outside are told: that it broke, how it goes on, that it changed, that it works again, why, or that it was nothing. */
public enum Word {
    FIRST,
    UPDATE,
    CHANGE,
    RESTORED,
    WHY,
    NOTHING;

    /** @throws IllegalArgumentException when none is spelled so */
    public static Word of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether the service is broken when it is said, so that more is to come. */
    public boolean isOfBroken() {
        return compareTo(RESTORED) < 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
