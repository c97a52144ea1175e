package dev.ensemble.fix;

import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Situation;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody changes something and says what. */
@Component
class ApplyFix implements Answer {

    private final Situation situation;

    ApplyFix(Situation situation) {
        this.situation = situation;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("situation", situation.of(token.incident()));
    }

    @Override
    public String given(Token token, Form form) {
        return form.required("whatWasDone", 2000, "Say what was changed, so that the next one knows.");
    }
}
