package dev.ensemble.alerts;

import java.util.regex.Pattern;

/** Text of a sender on one line, so short that something of ours can follow. */
final class OneLine {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST = 400;

    private OneLine() {}

    static String of(String text) {
        var line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
