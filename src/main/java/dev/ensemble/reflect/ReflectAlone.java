package dev.ensemble.reflect;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What one person saw, kept without their name. */
@Component
class ReflectAlone implements Answer {

    private final Reflections reflections;
    private final Tenures tenures;
    private final Plan plan;

    ReflectAlone(Reflections reflections, Tenures tenures, Plan plan) {
        this.reflections = reflections;
        this.tenures = tenures;
        this.plan = plan;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("questions", asked(token));
    }

    /** The timeline shows nothing, not even that somebody answered. */
    @Override
    public String given(Token token, Form form) {
        var asked = asked(token);
        var answers = form.rows("answers").stream()
                .filter(row -> !row.text("answer", 4000).isEmpty())
                .map(row -> Map.entry(question(form, row, asked), row.text("answer", 4000)))
                .toList();
        form.check();
        var forAll = texts(plan.questionsForAll(token));
        answers.forEach(answered -> reflections.add(
                token.incident(), forAll.contains(answered.getKey()) ? answered.getKey() : null, answered.getValue()));
        return null;
    }

    private static String question(Form form, Form.Row row, List<String> asked) {
        var question = row.text("question", 500);
        if (!asked.contains(question)) {
            form.refuse(row.name("question"), "This was not asked. Take one of the questions of the task.");
        }
        return question;
    }

    private List<String> asked(Token token) {
        return tenures.heldBy(token.incident(), token.person()).stream()
                .flatMap(role -> texts(plan.questions(token, role)).stream())
                .distinct()
                .toList();
    }

    private static List<String> texts(List<String> questions) {
        return questions.stream().map(Entered::text).toList();
    }
}
