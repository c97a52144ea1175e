package dev.ensemble.report;

import java.awt.Color;
import java.awt.Shape;

/** Something that pictures are drawn with. */
interface Pen {

    /**
     * @param fill {@code null} for none
     * @param dashed whether the line is
     */
    void draw(Shape shape, Color fill, Color line, double width, boolean dashed);

    /** One line of text around the middle {@code x}; {@code y} is its base line. */
    void write(String text, double x, double y, double size, boolean bold, Color color);
}
