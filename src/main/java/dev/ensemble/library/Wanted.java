package dev.ensemble.library;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import java.util.ArrayList;
import java.util.List;

/** The words that somebody looks for: all of them have to be there, in whatever order. {@code rack*} is a word's beginning. */
record Wanted(List<Term> terms) {

    private static final int LONGEST = 500;
    private static final int MOST = 20;
    private static final int SHORTEST_BEGINNING = 3;

    /**
     * @param field for messages
     * @throws Refused when there is no word in it, too much of it, or too little of one
     */
    static Wanted of(String field, String text) {
        var entered = Entered.text(text);
        if (entered.length() > LONGEST) {
            throw new Refused(field, "Keep it to %d characters (it has %d).".formatted(LONGEST, entered.length()));
        }
        var terms = new ArrayList<Term>();
        for (var part : entered.split("\\s+")) {
            terms.addAll(terms(field, part));
        }
        if (terms.isEmpty()) {
            throw new Refused(field, "Give at least one word.");
        }
        if (terms.size() > MOST) {
            throw new Refused(field, "Give at most %d words.".formatted(MOST));
        }
        return new Wanted(List.copyOf(terms));
    }

    /** How many of the words are among these. */
    long countIn(List<Vocabulary.Word> words) {
        return terms.stream()
                .filter(term -> words.stream().anyMatch(term::fits))
                .count();
    }

    boolean has(Vocabulary.Word word) {
        return terms.stream().anyMatch(term -> term.fits(word));
    }

    /** {@code db_main*} is a word and a word's beginning. */
    private static List<Term> terms(String field, String part) {
        var words = Vocabulary.words(part);
        var terms = new ArrayList<Term>();
        for (var word : words) {
            var isBeginning = part.endsWith("*") && word == words.get(words.size() - 1);
            if (isBeginning && word.plain().length() < SHORTEST_BEGINNING) {
                throw new Refused(field, "Give at least %d letters before a *.".formatted(SHORTEST_BEGINNING));
            }
            terms.add(new Term(isBeginning ? word.plain() : word.stem(), isBeginning));
        }
        return terms;
    }

    /**
     * One word, or the beginning of one.
     *
     * @param word letters and digits in lower case, and nothing else
     */
    record Term(String word, boolean isBeginning) {

        boolean fits(Vocabulary.Word other) {
            return isBeginning
                    ? other.plain().startsWith(word) || other.stem().startsWith(word)
                    : other.plain().equals(word) || other.stem().equals(word);
        }
    }
}
