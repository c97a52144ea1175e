package dev.ensemble.process;

import java.util.List;
import java.util.Optional;

/** A diagram as it is drawn: what is where, in the diagram's own points. */
public record Drawing(List<Shape> shapes, List<Edge> edges) {

    /** What a shape is, as far as it looks different. */
    public enum Kind {
        TASK,
        CALL,
        SUB_PROCESS,
        EVENT_SUB_PROCESS,
        START,
        CATCH,
        BOUNDARY,
        END,
        EXCLUSIVE,
        PARALLEL,
        OTHER_GATEWAY
    }

    /** What an event waits for, where it waits. */
    public enum Sign {
        NONE,
        MESSAGE,
        TIMER
    }

    /**
     * @param label {@code null} where it has none
     * @param labelAt where the label stands, {@code null} where it stands inside
     * @param many whether it is done once for each of several
     * @param goesOn for an event: whether what it meets goes on beside it
     * @param inside the id of the sub-process around it, {@code null} where there is none
     * @param beside whether it is, or is a part of, what runs beside the row of boxes
     */
    public record Shape(
            String id,
            Kind kind,
            Sign sign,
            String label,
            Box at,
            Box labelAt,
            boolean many,
            boolean goesOn,
            String inside,
            boolean beside) {

        public boolean isGateway() {
            return kind == Kind.EXCLUSIVE || kind == Kind.PARALLEL || kind == Kind.OTHER_GATEWAY;
        }

        public boolean isEvent() {
            return kind == Kind.START || kind == Kind.CATCH || kind == Kind.BOUNDARY || kind == Kind.END;
        }

        public boolean isSubProcess() {
            return kind == Kind.SUB_PROCESS || kind == Kind.EVENT_SUB_PROCESS;
        }
    }

    /**
     * @param from the id of the shape that it leaves
     * @param label {@code null} where it has none
     */
    public record Edge(String id, String from, String to, String label, Box labelAt, List<Point> points) {}

    public record Box(double x, double y, double width, double height) {}

    public record Point(double x, double y) {}

    public Optional<Shape> shape(String id) {
        return shapes.stream().filter(shape -> shape.id().equals(id)).findFirst();
    }
}
