package dev.ensemble.process;

import dev.ensemble.incident.Entered;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** What a task asks, and what was answered: questions are left out at will, and none is added. */
public record Questions(List<String> asked) {

    private static final int LONGEST_ANSWER = 4000;
    private static final int LONGEST_QUESTION = 500;

    public Questions {
        asked = asked.stream().map(Entered::text).distinct().toList();
    }

    /** The answers that somebody entered under their questions; what cannot be taken is noted in the form. */
    public List<Entry<String, String>> answered(Form form) {
        return form.rows("answers").stream()
                .filter(row -> !row.text("answer", LONGEST_ANSWER).isEmpty())
                .map(row -> Map.entry(question(form, row), row.text("answer", LONGEST_ANSWER)))
                .toList();
    }

    private String question(Form form, Form.Row row) {
        var question = row.text("question", LONGEST_QUESTION);
        if (!asked.contains(question)) {
            form.refuse(row.name("question"), "This was not asked. Take one of the questions of the task.");
        }
        return question;
    }
}
