package dev.ensemble.reflect;

import dev.ensemble.process.Reflecting;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** Asks everybody who took part what they saw, each alone. */
@Component
class AskToReflect implements Step {

    private final Reflecting reflecting;

    AskToReflect(Reflecting reflecting) {
        this.reflecting = reflecting;
    }

    @Override
    public void run(Token token) {
        reflecting.begun(token);
    }
}
