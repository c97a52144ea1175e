package dev.ensemble.incident;

import java.util.Locale;

/** Where an incident stands: the six stages in their order, and the ends. */
public enum Stage {
    ANNOUNCE,
    STAFF,
    RESPOND,
    FIX,
    REFLECT,
    FOLLOW_UP,
    CLOSED;

    /** @throws IllegalArgumentException when no stage is spelled so */
    public static Stage of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
