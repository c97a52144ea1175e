package dev.ensemble.incident;

import java.util.Locale;

/** Where an incident stands: the six stages in their order, and the three ends. */
public enum Stage {
    ANNOUNCE,
    STAFF,
    RESPOND,
    FIX,
    REFLECT,
    FOLLOW_UP,
    CLOSED,
    RETRACTED,
    MERGED;

    /** @throws IllegalArgumentException when no stage is spelled so */
    public static Stage of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As the diagram writes it: {@code Follow up}. */
    public String label() {
        var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether the service is being brought back: nothing required may stand in the way then. */
    public boolean isLive() {
        return this == STAFF || this == RESPOND || this == FIX;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
