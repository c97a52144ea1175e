package dev.ensemble.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people enter stays text in Markdown, and what they write in Markdown becomes a tame page. */
class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# no heading",
                "**not bold** and _not slanted_ and `no code`",
                "[no link](https://example.org) and ![no picture](https://example.org/x.png)",
                "<script>alert(1)</script> and <https://example.org>",
                "- no list",
                "12. no list either",
                "> no quotation",
                "&lt; no entity, but R&D",
                "one | two",
                "---",
                "===",
                "~~~",
                "```",
                "snake_case_name and C:\\temp\\*",
                "\\# as it stands",
                "[1]: https://example.org"
            })
    void leavesTextAsItWasWritten(String text) {
        var document = Parser.builder().build().parse(Markdown.plain(text));

        assertThat(TextContentRenderer.builder().build().render(document)).isEqualTo(text);
        assertThat(kinds(document)).containsOnly(Document.class, Paragraph.class, Text.class);
    }

    @Test
    void keepsLinesInsideAListItem() {
        var document = Parser.builder().build().parse("- it said: " + Markdown.plain("first\n\n    # second\n- third"));

        assertThat(kinds(document))
                .contains(HardLineBreak.class)
                .doesNotContain(Heading.class, IndentedCodeBlock.class);
        assertThat(TextContentRenderer.builder().build().render(document)).contains("first", "# second", "- third");
    }

    @Test
    void readsEasilyWhereNothingHasAMeaning() {
        var text = "It's 5.3 (as in INC-42): look at https://example.org/a_b?c=1&d=2, pulmap-1 isn't there!";

        assertThat(Markdown.plain(text)).isEqualTo(text);
    }

    @Test
    void makesAPageOfWhatWasWrittenByHand() {
        var html = Markdown.html("# What happened\n\n### Deep\n\nIt *broke*. <b>x</b>\n\n[bad](javascript:x)");

        assertThat(html)
                .contains("<h2>What happened</h2>", "<h3>Deep</h3>", "<em>broke</em>", "&lt;b&gt;x")
                .doesNotContain("javascript", "<b>");
    }

    @Test
    void loadsNoPictureAndKeepsItsWords() {
        assertThat(Markdown.html("See ![the *graph* of it](https://example.org/graph.png) here"))
                .isEqualTo("<p>See the <em>graph</em> of it here</p>\n");
    }

    private static List<Class<?>> kinds(Node node) {
        var kinds = new ArrayList<Class<?>>();
        kinds.add(node.getClass());
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            kinds.addAll(kinds(child));
        }
        return kinds.stream().distinct().collect(Collectors.toList());
    }
}
