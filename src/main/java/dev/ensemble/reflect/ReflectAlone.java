package dev.ensemble.reflect;

import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
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
        var questions = tenures.heldBy(token.incident(), token.person()).stream()
                .flatMap(role -> plan.questions(token, role).stream())
                .distinct()
                .toList();
        return Map.of("questions", questions);
    }

    /** The timeline shows nothing, not even that somebody answered. */
    @Override
    public String given(Token token, Form form) {
        var answers = form.rows("answers").stream()
                .map(row -> Map.entry(row.text("question", 500), row.text("answer", 4000)))
                .filter(answered -> !answered.getValue().isEmpty())
                .toList();
        form.check();
        answers.forEach(answered -> reflections.add(token.incident(), answered.getKey(), answered.getValue()));
        return null;
    }
}
