package dev.ensemble.staff;

import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** Somebody presses on before there is a moderator, and says why. */
@Component
class GoOnWithoutModerator implements Answer {

    @Override
    public String given(Token token, Form form) {
        return form.required("goOnReason", 1000, "Say why you go on, and who sees to the roles meanwhile.");
    }
}
