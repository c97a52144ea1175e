package dev.ensemble.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How alike texts read: by their words, without those that every text has, and whatever their endings. */
final class Likeness {

    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    private Likeness() {}

    /** The different words of some texts, cut to their stems. */
    static Set<String> words(Iterable<String> texts) {
        var words = new HashSet<String>();
        texts.forEach(text -> read(text, words));
        return words;
    }

    private static void read(String text, Set<String> words) {
        try (var stems = ENGLISH.tokenStream("text", text)) {
            var stem = stems.addAttribute(CharTermAttribute.class);
            stems.reset();
            while (stems.incrementToken()) {
                words.add(stem.toString());
            }
            stems.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
