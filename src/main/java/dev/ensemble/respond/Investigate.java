package dev.ensemble.respond;

import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Situation;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the Ensemble finds, and whether it has something to try. */
@Component
class Investigate implements Answer {

    private final Timeline timeline;
    private final Situation situation;

    Investigate(Timeline timeline, Situation situation) {
        this.timeline = timeline;
        this.situation = situation;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("situation", situation.of(token.incident()));
    }

    @Override
    public String given(Token token, Form form) {
        var ready = form.choice("next", List.of("keep-looking", "try-fix")).equals("try-fix");
        var finding = ready
                ? form.text("finding", Timeline.LONGEST_TEXT)
                : form.required("finding", Timeline.LONGEST_TEXT, "Say what was found, or say what we will try.");
        var idea = ready ? form.required("idea", 2000, "Say what we will try, and why it should help.") : "";
        form.check();
        if (!finding.isEmpty()) {
            timeline.found(token.incident(), form.person(), finding, null);
        }
        token.answer("readyToFix", ready);
        return ready ? idea : null;
    }

    @Override
    public void skipped(Token token) {
        token.answer("readyToFix", true);
    }
}
