package dev.ensemble.incident;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A role that somebody holds for a while. Which there are is said by the response plan, so a team can have its own; the
 * constants are those that our diagrams name.
 */
public record Role(String key) {

    public static final Role MODERATOR = new Role("moderator");
    public static final Role NOTE_TAKER = new Role("note-taker");
    public static final Role IT_MANAGER = new Role("it-manager");
    public static final Role INTERPRETER = new Role("interpreter");

    /** Those of the Ensemble, which any number of people have at a time. */
    public static final Role EXPERT = new Role("expert");

    public static final Role LEARNER = new Role("learner");

    public boolean isOfEnsemble() {
        return equals(EXPERT) || equals(LEARNER);
    }

    /** The role as the handbook writes it: {@code note taker}, {@code IT manager}. */
    public String label() {
        return Arrays.stream(key.split("-"))
                .map(word -> word.equals("it") ? "IT" : word)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return key;
    }
}
