package dev.ensemble.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Draws SVG, with attributes only: a strict page allows no style inside it. */
class SvgPen implements Pen {

    private final StringBuilder svg = new StringBuilder();

    @Override
    public void draw(Shape shape, Color fill, Color line, double width, boolean dashed) {
        svg.append("<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>"
                .formatted(
                        path(shape),
                        fill == null ? "none" : hex(fill),
                        hex(line),
                        number(width),
                        dashed ? " stroke-dasharray=\"6 4\"" : ""));
    }

    @Override
    public void write(String text, double x, double y, double size, boolean bold, Color color) {
        svg.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s fill=\"%s\" text-anchor=\"middle\">%s</text>"
                .formatted(
                        number(x),
                        number(y),
                        number(size),
                        bold ? " font-weight=\"bold\"" : "",
                        hex(color),
                        Html.escape(text)));
    }

    @Override
    public String toString() {
        return svg.toString();
    }

    private static String path(Shape shape) {
        var path = new StringBuilder();
        var at = new double[6];
        for (var steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> add(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> add(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> add(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> add(path, 'C', at, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void add(StringBuilder path, char command, double[] at, int numbers) {
        path.append(command);
        for (var index = 0; index < numbers; index++) {
            path.append(index == 0 ? "" : " ").append(number(at[index]));
        }
    }

    static String number(double number) {
        var text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String hex(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }
}
