package dev.ensemble.explain;

import dev.ensemble.incident.Glossary;
import dev.ensemble.incident.Glossary.Explained;
import dev.ensemble.incident.Summaries;
import dev.ensemble.incident.Summary;
import dev.ensemble.incident.Summary.Word;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How things stand, in plain words, and the words that people stumble over. */
@Component
class SumUp implements Answer {

    private static final int LONGEST_SUMMARY = 2000;
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_MEANING = 500;

    private final Summaries summaries;
    private final Glossary glossary;

    SumUp(Summaries summaries, Glossary glossary) {
        this.summaries = summaries;
        this.glossary = glossary;
    }

    /** Plain text, which the form shows as it stands. */
    @Override
    public Map<String, String> opened(Token token) {
        return Map.of(
                "lastSummary",
                summaries.latest(token.incident()).map(Summary::text).orElse(""),
                "wordsKnown",
                glossary.of(token.incident()).stream().map(Explained::word).collect(Collectors.joining(", ")));
    }

    @Override
    public String given(Token token, Form form) {
        var summary = form.required("summary", LONGEST_SUMMARY, "Say in plain words where we are.");
        var words = form.rows("words").stream()
                .map(row -> word(form, row))
                .filter(SumUp::isThere)
                .toList();
        form.check();
        summaries.add(token.incident(), form.person(), summary, words);
        return told(summary, words);
    }

    private static Word word(Form form, Form.Row row) {
        var word = row.text("word", LONGEST_WORD);
        var meaning = row.text("meaning", LONGEST_MEANING);
        if (word.isEmpty() != meaning.isEmpty()) {
            form.refuse(
                    row.name(word.isEmpty() ? "word" : "meaning"),
                    "Give the word and what it means, or leave both empty.");
        }
        return new Word(word, meaning);
    }

    private static boolean isThere(Word word) {
        return !word.word().isEmpty();
    }

    private static String told(String summary, List<Word> words) {
        return summary
                + words.stream()
                        .map(word -> " · %s: %s".formatted(word.word(), word.meaning()))
                        .collect(Collectors.joining());
    }
}
