package dev.ensemble.incident;

import java.util.regex.Pattern;

/** Text as it came from outside, made fit to be kept: both databases take it, and what looks empty is empty. */
public final class Entered {

    /** Controls but line ends and tabs, and halves of a character, which PostgreSQL does not store. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\s\\p{Cf}\\p{Z}]*");

    private Entered() {}

    /** The text without what cannot be kept and without blanks around it; empty for {@code null} or nothing to see. */
    public static String text(String text) {
        if (text == null || NOTHING_TO_SEE.matcher(text).matches()) {
            return "";
        }
        var kept = UNFIT.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
        return NOTHING_TO_SEE.matcher(kept).matches() ? "" : kept;
    }
}
