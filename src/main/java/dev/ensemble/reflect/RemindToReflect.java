package dev.ensemble.reflect;

import dev.ensemble.incident.Reminders;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** Whoever has not looked back yet is to be reminded, once, that today is the last day for it. */
@Component
class RemindToReflect implements Step {

    private final Reminders reminders;

    RemindToReflect(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void run(Token token) {
        reminders.add(token.incident(), token.person(), "reflection-due", "reflection", "participant");
    }
}
