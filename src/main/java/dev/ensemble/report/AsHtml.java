package dev.ensemble.report;

import com.samskivert.mustache.Template;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The report as a page that needs nothing but itself: no script, no picture or font from elsewhere. */
@Component
class AsHtml {

    private final Template report = Sheets.template("report.html", Html::escape);
    private final Template publishable = Sheets.template("publishable.html", Html::escape);
    private final String style = Sheets.text("report.css");
    private final String screenStyle = style + Sheets.text("screen.css");
    private final Letters letters;

    AsHtml(Letters letters) {
        this.letters = letters;
    }

    String of(LearningReport report) {
        return write(
                this.report,
                report,
                Map.of("style", screenStyle, "screen", true, "svg", report.hasPath() ? svg(report) : ""));
    }

    String of(Publishable version) {
        return write(publishable, version, Map.of("style", screenStyle));
    }

    /**
     * The same for paper.
     *
     * @param size of the paper, as CSS names it
     * @param picture what is to be said about the picture
     */
    String onPaper(LearningReport report, String size, Map<String, String> picture) {
        return write(this.report, report, onPaper(size, picture));
    }

    String onPaper(Publishable version, String size) {
        return write(publishable, version, onPaper(size, Map.of()));
    }

    private Map<String, Object> onPaper(String size, Map<String, String> picture) {
        var around = new HashMap<String, Object>(picture);
        around.put("style", style);
        around.put("paper", true);
        around.put("size", size);
        return around;
    }

    /** What a browser may do with such a page: lay it out, and nothing else. */
    String policy() {
        return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(digest(screenStyle));
    }

    private static String write(Template sheet, Object about, Map<String, Object> around) {
        var page = new StringWriter();
        sheet.execute(about, around, page);
        return page.toString();
    }

    private String svg(LearningReport report) {
        var picture = new Picture(report.drawn(), letters);
        var pen = new SvgPen();
        picture.draw(pen);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" role="img"
                  aria-labelledby="pathTitle pathDescription">
                <title id="pathTitle">The way of %s</title>
                <desc id="pathDescription">%s</desc>
                %s
                </svg>""".formatted(
                        SvgPen.number(picture.left()),
                        SvgPen.number(picture.top()),
                        SvgPen.number(picture.width()),
                        SvgPen.number(picture.height()),
                        report.id(),
                        Html.escape(report.pathInWords()),
                        pen);
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
