package dev.ensemble.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The report on paper: the page once more, as a tagged PDF (PDF/UA) with its fonts in it. */
@Component
class AsPdf {

    /** Millimetres of a landscape page that the picture may fill, on A4 and on letter paper. */
    private static final double WIDEST = 249;

    private static final double HIGHEST = 160;

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private static final String PICTURE = "image/x-path";

    private final AsHtml html;
    private final Letters letters;
    private final ReportProperties settings;

    AsPdf(AsHtml html, Letters letters, ReportProperties settings) {
        this.html = html;
        this.letters = letters;
        this.settings = settings;
    }

    byte[] of(LearningReport report) {
        var drawers = new DefaultObjectDrawerFactory();
        if (!report.hasPath()) {
            return pdf(html.onPaper(report, settings.paper(), Map.of()), drawers);
        }
        var picture = new Picture(report.drawn(), letters);
        drawers.registerDrawer(PICTURE, drawer(picture));
        return pdf(html.onPaper(report, settings.paper(), about(report, picture)), drawers);
    }

    byte[] of(Publishable version) {
        return pdf(html.onPaper(version, settings.paper()), new DefaultObjectDrawerFactory());
    }

    private static Map<String, String> about(LearningReport report, Picture picture) {
        var scale = Math.min(WIDEST / picture.width(), HIGHEST / picture.height());
        return Map.of(
                "pictureWidth", millimetres(picture.width() * scale),
                "pictureHeight", millimetres(picture.height() * scale),
                "pathAlt",
                        "The diagram of the process with the way of %s: %s."
                                .formatted(report.id(), report.pathInWords()));
    }

    private FSObjectDrawer drawer(Picture picture) {
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            device.drawWithGraphics((float) x, (float) y, (float) width, (float) height, graphics -> {
                graphics.scale(width / dotsPerPixel / picture.width(), height / dotsPerPixel / picture.height());
                graphics.translate(-picture.left(), -picture.top());
                picture.draw(new PdfPen(graphics, letters));
            });
            return null;
        };
    }

    private static byte[] pdf(String page, DefaultObjectDrawerFactory drawers) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Ensemble")
                .useObjectDrawerFactory(drawers)
                // Nothing in a report may make the server fetch something.
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(page, null)
                .toStream(pdf);
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        font(builder, "BoldItalic", 700, FontStyle.ITALIC);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String cut, int weight, FontStyle style) {
        builder.useFont(() -> Letters.file(cut), Letters.FAMILY, weight, style, true);
    }

    private static String millimetres(double length) {
        return SvgPen.number(length) + "mm";
    }
}
