package dev.ensemble.library;

import dev.ensemble.incident.Incident;
import java.util.Iterator;
import java.util.stream.Stream;

/** The piece of an incident that shows best why it was found. */
final class Excerpt {

    private static final int AROUND = 90;

    private Excerpt() {}

    /** @param wanted {@code null} where no words were: then what was reported */
    static Hit of(Incident incident, Wanted wanted, Stream<Part> parts) {
        var best = best(wanted, parts.iterator());
        return new Hit(incident, best.kind().toString(), around(best.text(), wanted));
    }

    /** The first that has them all; where none does, the first of those that have most. */
    private static Part best(Wanted wanted, Iterator<Part> parts) {
        var best = parts.next();
        if (wanted == null) {
            return best;
        }
        var most = wanted.countIn(Vocabulary.words(best.text()));
        while (parts.hasNext() && most < wanted.terms().size()) {
            var part = parts.next();
            var count = wanted.countIn(Vocabulary.words(part.text()));
            if (count > most) {
                best = part;
                most = count;
            }
        }
        return best;
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
