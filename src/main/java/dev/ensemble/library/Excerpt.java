package dev.ensemble.library;

import dev.ensemble.incident.Incident;
import java.util.Comparator;
import java.util.List;

/** The piece of an incident that shows best why it was found. */
final class Excerpt {

    private static final int AROUND = 90;

    private Excerpt() {}

    /** @param wanted {@code null} where no words were: then what was reported */
    static Hit of(Incident incident, Wanted wanted, List<Part> parts) {
        var best = wanted == null
                ? parts.get(0)
                : parts.stream()
                        .max(Comparator.comparingLong((Part part) -> wanted.countIn(Vocabulary.words(part.text())))
                                .thenComparing(Part::kind, Comparator.reverseOrder()))
                        .orElseThrow();
        return new Hit(incident, best.kind().toString(), around(best.text(), wanted));
    }

    private static String around(String text, Wanted wanted) {
        var first = wanted == null
                ? 0
                : Vocabulary.words(text).stream()
                        .filter(wanted::has)
                        .mapToInt(Vocabulary.Word::from)
                        .findFirst()
                        .orElse(0);
        var from = first <= AROUND ? 0 : whole(text, first - AROUND);
        var to = text.length() <= first + AROUND ? text.length() : whole(text, first + AROUND);
        var piece = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "…" : "") + piece + (to < text.length() ? "…" : "");
    }

    /** Not between the halves of a character. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
