package dev.ensemble.course;

import dev.ensemble.process.Answer;
import dev.ensemble.process.Course;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Situation;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The incident turns another way; the task stands for as long as it runs. What happened writes its own line. */
@Component
class ChangeCourse implements Answer {

    private static final int LONGEST = 2000;

    private final Course course;
    private final Situation situation;

    ChangeCourse(Course course, Situation situation) {
        this.course = course;
        this.situation = situation;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("situation", situation.of(token.incident()));
    }

    @Override
    public String given(Token token, Form form) {
        var what = form.choice("change", List.of("condition", "retract", "reopen", "merge", "restrict"));
        form.check();
        var incident = token.incident();
        switch (what) {
            case "condition" ->
                course.conditionChanged(incident, form.text("condition", 20), form.text("note", LONGEST));
            case "retract" -> course.retracted(incident, form.text("reason", LONGEST));
            case "restrict" -> course.restricted(incident, form.text("reason", LONGEST));
            case "reopen" -> course.reopened(incident, form.text("reason", LONGEST));
            default -> course.merged(incident, form.text("into", 40));
        }
        return null;
    }
}
