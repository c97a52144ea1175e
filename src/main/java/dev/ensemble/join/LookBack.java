package dev.ensemble.join;

import dev.ensemble.incident.Reflections;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Questions;
import dev.ensemble.process.Token;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a learner takes along from the incident, kept without their name. */
@Component
class LookBack implements Answer {

    private final Reflections reflections;
    private final Plan plan;

    LookBack(Reflections reflections, Plan plan) {
        this.reflections = reflections;
        this.plan = plan;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("questions", questions(token).asked());
    }

    /** The timeline shows nothing, not even that somebody answered. */
    @Override
    public String given(Token token, Form form) {
        var answers = questions(token).answered(form);
        form.check();
        answers.forEach(answered -> reflections.add(token.incident(), answered.getKey(), answered.getValue()));
        return null;
    }

    private Questions questions(Token token) {
        return new Questions(plan.lookBackQuestions(token));
    }
}
