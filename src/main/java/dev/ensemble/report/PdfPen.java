package dev.ensemble.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Draws into a PDF. Letters are drawn as shapes, so that the picture needs no font of the machine it is drawn on. */
class PdfPen implements Pen {

    private static final float[] DASHES = {6, 4};

    private final Graphics2D graphics;
    private final Letters letters;

    PdfPen(Graphics2D graphics, Letters letters) {
        this.graphics = graphics;
        this.letters = letters;
    }

    @Override
    public void draw(Shape shape, Color fill, Color line, double width, boolean dashed) {
        if (fill != null) {
            graphics.setColor(fill);
            graphics.fill(shape);
        }
        graphics.setColor(line);
        graphics.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashed ? DASHES : null, 0));
        graphics.draw(shape);
    }

    @Override
    public void write(String text, double x, double y, double size, boolean bold, Color color) {
        graphics.setColor(color);
        graphics.fill(letters.outline(text, x - letters.width(text, size, bold) / 2, y, size, bold));
    }
}
