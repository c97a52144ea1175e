package dev.ensemble.process;

import dev.ensemble.incident.Passage;
import dev.ensemble.process.Drawing.Edge;
import dev.ensemble.process.Drawing.Kind;
import dev.ensemble.process.Drawing.Shape;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way that an incident took through its diagram.
 *
 * @param passages in the order in which they began
 */
public record Path(Drawing drawing, List<Passage> passages) {

    /** How often it went through a box. */
    public int times(String box) {
        return (int)
                passages.stream().filter(passage -> passage.box().equals(box)).count();
    }

    /** The ids of the edges that it took: each passage came from the one that had ended last of those that lead to it. */
    public Set<String> edges() {
        var taken = new HashSet<Departure>();
        for (var index = 0; index < passages.size(); index++) {
            departure(index, taken).ifPresent(taken::add);
        }
        return taken.stream().map(departure -> departure.edge().id()).collect(Collectors.toUnmodifiableSet());
    }

    /** What people would tell of it: boxes and events of the row, without what routes and what runs beside. */
    public List<Step> steps() {
        return passages.stream()
                .flatMap(
                        passage -> drawing
                                .shape(passage.box())
                                .filter(Path::isTold)
                                .map(shape -> new Step(shape.label(), passage))
                                .stream())
                .toList();
    }

    private Optional<Departure> departure(int arrival, Set<Departure> taken) {
        var arrived = passages.get(arrival);
        return drawing.edges().stream()
                .filter(edge -> edge.to().equals(arrived.box()))
                .flatMap(edge -> IntStream.range(0, arrival)
                        .filter(from -> leaves(passages.get(from), edge, arrived))
                        .mapToObj(from -> new Departure(edge, from)))
                .filter(departure -> !taken.contains(departure))
                .max(Comparator.comparing((Departure departure) ->
                                passages.get(departure.from()).until())
                        .thenComparing(Departure::from));
    }

    private static boolean leaves(Passage passage, Edge edge, Passage arrived) {
        return passage.box().equals(edge.from())
                && !passage.cutShort()
                && passage.until() != null
                && !passage.until().isAfter(arrived.since());
    }

    private static boolean isTold(Shape shape) {
        var isInnerEvent = shape.inside() != null && (shape.kind() == Kind.START || shape.kind() == Kind.END);
        return shape.label() != null && !shape.beside() && !shape.isGateway() && !shape.isSubProcess() && !isInnerEvent;
    }

    /** One thing that people would tell. */
    public record Step(String label, Passage passage) {}

    /** @param from which of the passages left by it */
    private record Departure(Edge edge, int from) {}
}
