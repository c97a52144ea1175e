package dev.ensemble.report;

import com.samskivert.mustache.Escapers;
import java.util.regex.Pattern;

/** Outside text in HTML that is XML as well. */
final class Html {

    /** What XML has no place for, not even escaped. */
    private static final Pattern UNFIT =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Html() {}

    static String escape(String text) {
        return Escapers.HTML.escape(UNFIT.matcher(text).replaceAll(""));
    }
}
