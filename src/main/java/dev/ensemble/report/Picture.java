package dev.ensemble.report;

import dev.ensemble.process.Drawing.Box;
import dev.ensemble.process.Drawing.Edge;
import dev.ensemble.process.Drawing.Kind;
import dev.ensemble.process.Drawing.Shape;
import dev.ensemble.process.Path;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A diagram with the way that an incident took: what it went through is dark and filled, and says how often where that was
 * more than once; the rest is pale. What runs beside the row is drawn only where the incident came there.
 */
class Picture {

    private static final double MARGIN = 14;
    private static final double SIZE = 14;
    private static final double SMALL = 13;

    private final Path path;
    private final Letters letters;
    private final Set<String> taken;
    private final Rectangle2D frame;

    Picture(Path path, Letters letters) {
        this.path = path;
        this.letters = letters;
        this.taken = path.edges();
        this.frame = frame();
    }

    double width() {
        return frame.getWidth();
    }

    double height() {
        return frame.getHeight();
    }

    double left() {
        return frame.getX();
    }

    double top() {
        return frame.getY();
    }

    /** Areas first, so that they hide nothing; then the pale edges, so that the dark ones lie on top. */
    void draw(Pen pen) {
        var look = new Look(pen, letters);
        shapes(Shape::isSubProcess).forEach(shape -> look.area(shape, tone(shape)));
        edges(edge -> !taken.contains(edge.id())).forEach(edge -> look.edge(edge, Tone.PALE));
        edges(edge -> taken.contains(edge.id())).forEach(edge -> look.edge(edge, Tone.DARK));
        shapes(shape -> !shape.isSubProcess()).forEach(shape -> look.shape(shape, tone(shape)));
        shapes(shape -> shape.kind() == Kind.TASK || shape.kind() == Kind.CALL)
                .filter(shape -> path.times(shape.id()) > 1)
                .forEach(shape -> look.count(shape, path.times(shape.id())));
    }

    private Tone tone(Shape shape) {
        return path.times(shape.id()) > 0 ? Tone.DARK : Tone.PALE;
    }

    private Stream<Shape> shapes(Predicate<Shape> which) {
        return path.drawing().shapes().stream().filter(this::isShown).filter(which);
    }

    private Stream<Edge> edges(Predicate<Edge> which) {
        return path.drawing().edges().stream()
                .filter(edge ->
                        path.drawing().shape(edge.from()).filter(this::isShown).isPresent())
                .filter(which);
    }

    private boolean isShown(Shape shape) {
        if (!shape.beside()) {
            return true;
        }
        var around = path.drawing().shape(shape.inside());
        return path.times(shape.id()) > 0 || around.filter(this::isShown).isPresent();
    }

    private Rectangle2D frame() {
        var frame = new Path2D.Double();
        shapes(shape -> true).forEach(shape -> {
            frame.append(rectangle(shape.at()), false);
            if (shape.labelAt() != null) {
                frame.append(rectangle(shape.labelAt()), false);
            }
        });
        var bounds = frame.getBounds2D();
        return new Rectangle2D.Double(
                bounds.getX() - MARGIN,
                bounds.getY() - MARGIN,
                bounds.getWidth() + 2 * MARGIN,
                bounds.getHeight() + 2 * MARGIN);
    }

    static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    /** How what was walked differs from what was not, also without colours. */
    enum Tone {
        DARK(new Color(0x163b68), new Color(0xe4edf7), new Color(0x10243d), 2.6),
        PALE(new Color(0x8a929d), Color.WHITE, new Color(0x59616c), 1.1);

        final Color line;
        final Color fill;
        final Color text;
        final double width;

        Tone(Color line, Color fill, Color text, double width) {
            this.line = line;
            this.fill = fill;
            this.text = text;
            this.width = width;
        }

        boolean isBold() {
            return this == DARK;
        }

        double size(boolean inside) {
            return inside ? SIZE : SMALL;
        }
    }
}
