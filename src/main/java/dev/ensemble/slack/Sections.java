package dev.ensemble.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text as Slack takes it: in blocks, none too long, and not too much of it. Lengths are in characters as Java counts them. */
final class Sections {

    static final int LONGEST_SECTION = 3_000;
    static final int LONGEST_FALLBACK = 4_000;
    static final int LONGEST_MESSAGE = 9_000;
    static final String SHORTENED = "… (shortened; the whole is in Ensemble)";

    /** What falls apart when it is cut. */
    private static final Pattern WHOLE = Pattern.compile("<[^<>]*>|&(?:amp|lt|gt);");

    private Sections() {}

    /**
     * Verbatim, so that Slack links nothing by itself: neither URLs nor names in what others entered. Links and mentions that
     * are written out, {@code <https://…|…>} and {@code <!here>}, work all the same.
     */
    static List<LayoutBlock> blocks(String text) {
        return split(cut(text, LONGEST_MESSAGE)).stream()
                .map(section -> MarkdownTextObject.builder()
                        .text(section)
                        .verbatim(true)
                        .build())
                .<LayoutBlock>map(
                        section -> SectionBlock.builder().text(section).build())
                .toList();
    }

    /** What notifications and readers aloud use. */
    static String fallback(String text) {
        return cut(text, LONGEST_FALLBACK);
    }

    private static List<String> split(String text) {
        var sections = new ArrayList<String>();
        for (var rest = text.strip(); !rest.isEmpty(); ) {
            var end = end(rest, LONGEST_SECTION);
            sections.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        return sections;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = end(text, longest - SHORTENED.length() - 1);
        return text.substring(0, end).stripTrailing() + "\n" + SHORTENED;
    }

    /** Where to end so that it is not too long: after a paragraph if there is one, else a line, else a word. */
    private static int end(String text, int longest) {
        if (text.length() <= longest) {
            return text.length();
        }
        for (var border : List.of("\n\n", "\n", " ")) {
            for (var at = text.lastIndexOf(border, longest); at > 0; at = text.lastIndexOf(border, at - 1)) {
                if (whole(text, at) == at) {
                    return at;
                }
            }
        }
        var end = whole(text, longest);
        return end > 0 ? end : longest;
    }

    /** The place itself, or the beginning of what must not be cut there. */
    private static int whole(String text, int place) {
        var matcher = WHOLE.matcher(text);
        while (matcher.find() && matcher.start() < place) {
            if (place < matcher.end()) {
                return matcher.start();
            }
        }
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
