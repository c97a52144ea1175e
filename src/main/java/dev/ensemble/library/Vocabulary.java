package dev.ensemble.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * What a word is: letters and digits in a row, whatever their case and accents. Both databases are given words that have been
 * through here and nothing else, so that they find the same.
 */
final class Vocabulary {

    /** What is longer counts by its beginning. */
    private static final int LONGEST = 64;

    private static final int LONGEST_RUN = 1024 * 1024;

    private static final Analyzer FOLDED = analyzer(false);
    private static final Analyzer STEMMED = analyzer(true);

    private Vocabulary() {}

    /** The words of a text in their order, each with where it stands. */
    static List<Word> words(String text) {
        var plain = tokens(FOLDED, text);
        var stems = tokens(STEMMED, text);
        var words = new ArrayList<Word>();
        for (var index = 0; index < plain.size(); index++) {
            var token = plain.get(index);
            if (!token.text().isEmpty()) {
                words.add(new Word(token.text(), stems.get(index).text(), token.from(), token.to()));
            }
        }
        return words;
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            var tokens = new ArrayList<Token>();
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Analyzer analyzer(boolean stemming) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var letters = new Letters();
                TokenStream folded = new OneCase(new ASCIIFoldingFilter(letters));
                return new TokenStreamComponents(letters, stemming ? new EnglishMinimalStemFilter(folded) : folded);
            }
        };
    }

    /**
     * A word, and where it stands in its text.
     *
     * @param plain as it is written
     * @param stem without what makes an English plural
     * @param to the place after its last character
     */
    record Word(String plain, String stem, int from, int to) {}

    private record Token(String text, int from, int to) {}

    private static final class Letters extends CharTokenizer {

        private Letters() {
            super(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, LONGEST_RUN);
        }

        /** Marks belong to the letter before them: an accent can be written as one. */
        @Override
        protected boolean isTokenChar(int character) {
            return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
        }
    }

    /** Upper and lower case are one, also where H2 makes upper case of words again; accents written as marks go. */
    private static final class OneCase extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        private OneCase(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            var word = Normalizer.normalize(term, Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .map(Character::toUpperCase)
                    .map(Character::toLowerCase)
                    .limit(LONGEST)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            term.setEmpty().append(word);
            return true;
        }
    }
}
