package dev.ensemble.say;

/** Outside text in markdown: on one line, and as it was written. */
public final class Markdown {

    private Markdown() {}

    /**
     * Every character that markdown could read something into is escaped; line ends become blanks. A hyphen only means something
     * where a line begins; inside a mail address it stays, so that the whole of it becomes a link.
     */
    public static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip().replaceAll("[\\\\`*_{}\\[\\]<>()#+!|~&$]|^-", "\\\\$0");
    }
}
