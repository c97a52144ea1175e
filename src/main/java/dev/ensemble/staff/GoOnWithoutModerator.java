package dev.ensemble.staff;

import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody presses on before those are there that the response waits for, and says why. */
@Component
class GoOnWithoutModerator implements Answer {

    private final Missing missing;

    GoOnWithoutModerator(Missing missing) {
        this.missing = missing;
    }

    @Override
    public Map<String, String> opened(Token token) {
        return Map.of("missing", missing.words(token));
    }

    @Override
    public String given(Token token, Form form) {
        return form.required("goOnReason", 1000, "Say why you go on, and who sees to the roles meanwhile.");
    }
}
