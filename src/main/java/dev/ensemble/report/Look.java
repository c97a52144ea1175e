package dev.ensemble.report;

import dev.ensemble.process.Drawing.Box;
import dev.ensemble.process.Drawing.Edge;
import dev.ensemble.process.Drawing.Kind;
import dev.ensemble.process.Drawing.Point;
import dev.ensemble.process.Drawing.Shape;
import dev.ensemble.process.Drawing.Sign;
import dev.ensemble.report.Picture.Tone;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What the things of a diagram look like: as people know them from Cockpit and the Modeler. */
class Look {

    private static final double LINE_HEIGHT = 1.2;
    private static final double ARROW = 9;

    private final Pen pen;
    private final Letters letters;

    Look(Pen pen, Letters letters) {
        this.pen = pen;
        this.letters = letters;
    }

    void area(Shape shape, Tone tone) {
        var isBeside = shape.kind() == Kind.EVENT_SUB_PROCESS;
        pen.draw(rounded(shape.at(), 0), Color.WHITE, tone.line, tone == Tone.DARK ? 1.6 : 1, isBeside);
        if (shape.label() != null) {
            var at = shape.at();
            var width = letters.width(shape.label(), tone.size(true), false);
            pen.write(shape.label(), at.x() + 14 + width / 2, at.y() + 22, tone.size(true), false, tone.text);
        }
    }

    void shape(Shape shape, Tone tone) {
        if (shape.isGateway()) {
            gateway(shape, tone);
        } else if (shape.isEvent()) {
            event(shape, tone);
        } else {
            box(shape, tone);
        }
        if (shape.labelAt() != null && shape.label() != null) {
            label(shape.label(), shape.labelAt(), tone);
        }
    }

    void edge(Edge edge, Tone tone) {
        var line = new Path2D.Double();
        var points = edge.points();
        line.moveTo(points.get(0).x(), points.get(0).y());
        points.stream().skip(1).forEach(point -> line.lineTo(point.x(), point.y()));
        pen.draw(line, null, tone.line, tone.width, false);
        pen.draw(arrow(points.get(points.size() - 2), points.get(points.size() - 1)), tone.line, tone.line, 1, false);
        if (edge.labelAt() != null && edge.label() != null) {
            label(edge.label(), edge.labelAt(), tone);
        }
    }

    /** How often, on the upper left corner, where no event sits. */
    void count(Shape shape, int times) {
        var text = "×" + times;
        var width = letters.width(text, 13, true) + 12;
        var x = shape.at().x() + 2;
        var y = shape.at().y() + 2;
        pen.draw(
                new RoundRectangle2D.Double(x - width / 2, y - 11, width, 22, 22, 22),
                Tone.DARK.line,
                Color.WHITE,
                1.5,
                false);
        pen.write(text, x, y + 4.5, 13, true, Color.WHITE);
    }

    private void box(Shape shape, Tone tone) {
        var at = shape.at();
        pen.draw(rounded(at, 0), tone.fill, tone.line, tone.width, false);
        if (shape.kind() == Kind.CALL) {
            pen.draw(rounded(at, 3.5), null, tone.line, 1, false);
        }
        if (shape.many()) {
            for (var bar = -1; bar <= 1; bar++) {
                var x = at.x() + at.width() / 2 + bar * 5;
                pen.draw(
                        new Line2D.Double(x, at.y() + at.height() - 19, x, at.y() + at.height() - 8),
                        null,
                        tone.line,
                        2,
                        false);
            }
        }
        if (shape.label() != null) {
            inside(shape.label(), at, tone);
        }
    }

    private void gateway(Shape shape, Tone tone) {
        var at = shape.at();
        var x = at.x() + at.width() / 2;
        var y = at.y() + at.height() / 2;
        var diamond = new Path2D.Double();
        diamond.moveTo(x, at.y());
        diamond.lineTo(at.x() + at.width(), y);
        diamond.lineTo(x, at.y() + at.height());
        diamond.lineTo(at.x(), y);
        diamond.closePath();
        pen.draw(diamond, tone.fill, tone.line, tone.width, false);
        var cross = new Path2D.Double();
        cross.append(new Line2D.Double(x - 9, y, x + 9, y), false);
        cross.append(new Line2D.Double(x, y - 9, x, y + 9), false);
        if (shape.kind() == Kind.EXCLUSIVE) {
            cross.transform(AffineTransform.getRotateInstance(Math.PI / 4, x, y));
        }
        if (shape.kind() == Kind.OTHER_GATEWAY) {
            pen.draw(circle(at, 13), null, tone.line, 1.4, false);
        } else {
            pen.draw(cross, null, tone.line, 3, false);
        }
    }

    private void event(Shape shape, Tone tone) {
        var isDouble = shape.kind() == Kind.BOUNDARY || shape.kind() == Kind.CATCH;
        var width = shape.kind() == Kind.END ? tone.width + 2 : isDouble ? 1.4 : tone.width;
        pen.draw(circle(shape.at(), 0), tone.fill, tone.line, width, shape.goesOn());
        if (isDouble) {
            pen.draw(circle(shape.at(), 3.5), null, tone.line, 1.4, shape.goesOn());
        }
        var x = shape.at().x() + shape.at().width() / 2;
        var y = shape.at().y() + shape.at().height() / 2;
        if (shape.sign() == Sign.MESSAGE) {
            pen.draw(new Rectangle2D.Double(x - 8, y - 5.5, 16, 11), Color.WHITE, tone.line, 1.2, false);
            var flap = new Path2D.Double();
            flap.moveTo(x - 8, y - 5.5);
            flap.lineTo(x, y + 1);
            flap.lineTo(x + 8, y - 5.5);
            pen.draw(flap, null, tone.line, 1.2, false);
        } else if (shape.sign() == Sign.TIMER) {
            pen.draw(new Ellipse2D.Double(x - 8.5, y - 8.5, 17, 17), Color.WHITE, tone.line, 1.2, false);
            var hands = new Path2D.Double();
            hands.moveTo(x + 4, y);
            hands.lineTo(x, y);
            hands.lineTo(x, y - 6.5);
            pen.draw(hands, null, tone.line, 1.2, false);
        }
    }

    private void inside(String text, Box at, Tone tone) {
        var size = tone.size(true);
        var lines = letters.lines(text, at.width() - 12, size, tone.isBold());
        var y = at.y() + at.height() / 2 - (lines.size() - 1) * size * LINE_HEIGHT / 2 + size * 0.35;
        for (var line : lines) {
            pen.write(line, at.x() + at.width() / 2, y, size, tone.isBold(), tone.text);
            y += size * LINE_HEIGHT;
        }
    }

    private void label(String text, Box at, Tone tone) {
        var size = tone.size(false);
        var y = at.y() + size * 0.9;
        for (var line : letters.lines(text, Math.max(at.width(), 60) + 8, size, tone.isBold())) {
            pen.write(line, at.x() + at.width() / 2, y, size, tone.isBold(), tone.text);
            y += size * LINE_HEIGHT;
        }
    }

    private static java.awt.Shape arrow(Point from, Point to) {
        var direction = Math.atan2(to.y() - from.y(), to.x() - from.x());
        var arrow = new Path2D.Double();
        arrow.moveTo(0, 0);
        arrow.lineTo(-ARROW, -ARROW / 2);
        arrow.lineTo(-ARROW, ARROW / 2);
        arrow.closePath();
        var at = AffineTransform.getTranslateInstance(to.x(), to.y());
        at.rotate(direction);
        return arrow.createTransformedShape(at);
    }

    private static java.awt.Shape rounded(Box at, double inset) {
        return new RoundRectangle2D.Double(
                at.x() + inset, at.y() + inset, at.width() - 2 * inset, at.height() - 2 * inset, 20, 20);
    }

    private static java.awt.Shape circle(Box at, double inset) {
        return new Ellipse2D.Double(at.x() + inset, at.y() + inset, at.width() - 2 * inset, at.height() - 2 * inset);
    }
}
