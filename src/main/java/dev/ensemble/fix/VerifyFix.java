package dev.ensemble.fix;

import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Situation;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody looks at the service and says whether it is well again. */
@Component
class VerifyFix implements Answer {

    private final Situation situation;

    VerifyFix(Situation situation) {
        this.situation = situation;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("situation", situation.of(token.incident()));
    }

    @Override
    public String given(Token token, Form form) {
        var fixed = form.choice("fixed", List.of("yes", "no")).equals("yes");
        var observed = form.required("observed", 2000, "Say what you saw when you looked at the service.");
        token.answer("fixed", fixed);
        return observed;
    }

    @Override
    public void skipped(Token token) {
        token.answer("fixed", true);
    }
}
