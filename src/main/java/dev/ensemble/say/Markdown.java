package dev.ensemble.say;

/** Outside text in markdown: on one line, and as it was written. */
public final class Markdown {

    private Markdown() {}

    /** Every character that markdown could read something into is escaped; line ends become blanks. */
    public static String plain(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]<>()#+!|~&$-]", "\\\\$0")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
