package dev.ensemble.incident;

import java.time.Instant;
import java.util.List;

/**
 * How things stood, in plain words for who came late.
 *
 * @param person user id of who summed up
 * @param words those explained along with it
 */
public record Summary(IncidentId incident, String person, Instant at, String text, List<Word> words) {

    /** A word of the trade and what it means. */
    public record Word(String word, String meaning) {}
}
