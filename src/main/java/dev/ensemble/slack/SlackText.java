package dev.ensemble.slack;

import java.util.regex.Pattern;

/** Text from outside, made harmless for Slack's mrkdwn. */
public final class SlackText {

    private static final Pattern BLANKS = Pattern.compile("\\R|\\t|\\x{2028}|\\x{2029}");

    /**
     * What is not seen and yet is there: controls, formats (direction, zero width, tags that can hold a hidden text), halves
     * of a character, and fillers and selectors that Unicode does not count among them.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}"
            + "\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}"
            + "\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    private SlackText() {}

    /**
     * One paragraph that reads as it was written, and can neither ping, link, format nor hide. Names, addresses and URLs that
     * Slack would link by itself are kept from that by {@code verbatim} text objects, see {@link Sections}. Not for the address
     * inside a link of our own, where a look-alike would lead elsewhere.
     *
     * @param text {@code null} for none
     */
    public static String escape(String text) {
        if (text == null) {
            return "";
        }
        var seen = UNSEEN.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("");
        var escaped = new StringBuilder(seen.length() + 16);
        for (var at = 0; at < seen.length(); at++) {
            escaped.append(escape(seen, at));
        }
        return escaped.toString();
    }

    private static String escape(String text, int at) {
        var character = text.charAt(at);
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            // Slack shows a line that begins with &gt; as a quotation, too.
            case '>' -> text.substring(0, at).isBlank() ? "›" : "&gt;";
            case '`' -> "ˋ";
            case '*' -> isInsideWord(text, at) ? "*" : "∗";
            case '_' -> isInsideWord(text, at) ? "_" : "ˍ";
            case '~' -> isInsideWord(text, at) ? "~" : "∼";
            default -> String.valueOf(character);
        };
    }

    /** Between two plain letters or digits nothing formats, and names such as {@code db_main} stay as people search for them. */
    private static boolean isInsideWord(String text, int at) {
        return at > 0 && at < text.length() - 1 && isPlain(text.charAt(at - 1)) && isPlain(text.charAt(at + 1));
    }

    private static boolean isPlain(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    /** What we would have sent, as a person types it into Slack. */
    public static String typed(String mrkdwn) {
        return mrkdwn.replace("<!here>", "@here")
                .replaceAll("<(https?://[^|>]+)\\|([^>]+)>", "$2: $1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
