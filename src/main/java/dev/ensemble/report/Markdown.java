package dev.ensemble.report;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown: outside text in it stays text, and what people write in it becomes a page. */
final class Markdown {

    /** What has a meaning wherever it stands; a line below inside a word, or an ampersand that begins no entity, has none. */
    private static final Pattern ANYWHERE =
            Pattern.compile("[\\\\`*\\[\\]<~|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?[A-Za-z0-9]+;)");

    private static final Pattern AT_THE_START = Pattern.compile("^([#>+=-])|^(\\d{1,9})([.)])");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer PAGE =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Markdown() {}

    /** The text as it was written, with its line ends, wherever a line of Markdown goes on. */
    static String plain(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Markdown::line)
                .collect(Collectors.joining("\\\n  "));
    }

    /** Under a heading of the first level; nothing is loaded from elsewhere: of pictures, only their words stay. */
    static String html(String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new Tamed());
        return PAGE.render(document);
    }

    private static String line(String line) {
        var escaped = ANYWHERE.matcher(line).replaceAll("\\\\$0");
        return AT_THE_START
                .matcher(escaped)
                .replaceAll(start ->
                        start.group(1) != null ? "\\\\" + start.group(1) : start.group(2) + "\\\\" + start.group(3));
    }

    /** Headings follow one below the other, as those who listen to a page need it. */
    private static class Tamed extends AbstractVisitor {

        private int above = 1;

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + 1, Math.min(above + 1, 6)));
            above = heading.getLevel();
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
            image.unlink();
        }
    }
}
