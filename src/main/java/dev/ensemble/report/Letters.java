package dev.ensemble.report;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Liberation Sans, the font that reports are set in: free to ship, and as wide as Arial, which a page falls back to. */
@Component
class Letters {

    static final String FAMILY = "Liberation Sans";

    /** Read when the first picture is drawn: the start does not wait for it. */
    private final SingletonSupplier<TrueTypeFont> regular = SingletonSupplier.of(() -> read("Regular"));

    private final SingletonSupplier<TrueTypeFont> bold = SingletonSupplier.of(() -> read("Bold"));

    /** @param cut {@code Regular}, {@code Bold}, {@code Italic} or {@code BoldItalic} */
    static InputStream file(String cut) {
        try {
            return new ClassPathResource("liberation/LiberationSans-%s.ttf".formatted(cut)).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double width(String text, double size, boolean isBold) {
        var font = font(isBold);
        return text.codePoints().mapToDouble(letter -> advance(font, letter)).sum() * scale(font, size);
    }

    /** The letters as shapes, from {@code x} on, standing on {@code y}. */
    Shape outline(String text, double x, double y, double size, boolean isBold) {
        var font = font(isBold);
        var outline = new Path2D.Double();
        var at = AffineTransform.getTranslateInstance(x, y);
        at.scale(scale(font, size), -scale(font, size));
        text.codePoints().forEach(letter -> {
            outline.append(glyph(font, letter).getPathIterator(at), false);
            at.translate(advance(font, letter), 0);
        });
        return outline;
    }

    /** The text in lines that are no wider than this, where its words allow it. */
    List<String> lines(String text, double width, double size, boolean isBold) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size, isBold) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private TrueTypeFont font(boolean isBold) {
        return (isBold ? bold : regular).obtain();
    }

    private static double advance(TrueTypeFont font, int letter) {
        try {
            return font.getAdvanceWidth(lookup(font).getGlyphId(letter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shape glyph(TrueTypeFont font, int letter) {
        try {
            var glyph = font.getGlyph().getGlyph(lookup(font).getGlyphId(letter));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double scale(TrueTypeFont font, double size) {
        try {
            return size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup lookup(TrueTypeFont font) throws IOException {
        return font.getUnicodeCmapLookup();
    }

    private static TrueTypeFont read(String cut) {
        try (var file = file(cut)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
