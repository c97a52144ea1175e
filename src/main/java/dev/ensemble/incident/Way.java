package dev.ensemble.incident;

import java.util.Locale;

/** How words go out: in the incident's own place in Slack, by mail, in a channel of those outside, or on a page that people edit. */
public enum Way {
    SLACK,
    MAIL,
    CHANNEL,
    STATUS_PAGE;

    /** @throws IllegalArgumentException when no way is spelled so */
    public static Way of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
