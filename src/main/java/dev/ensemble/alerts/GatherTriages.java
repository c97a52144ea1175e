package dev.ensemble.alerts;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** Sees whether many triages were opened at once that nobody has been told of together. */
@Component
class GatherTriages implements Step {

    private final Storms storms;

    GatherTriages(Storms storms) {
        this.storms = storms;
    }

    @Override
    public void run(Token token) {
        token.answer("manyAtOnce", storms.see());
    }
}
