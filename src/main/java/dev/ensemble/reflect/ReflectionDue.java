package dev.ensemble.reflect;

import dev.ensemble.incident.Reminder;
import dev.ensemble.process.Reflecting;
import dev.ensemble.remind.Occasion;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody still has a few minutes to look back, before it is too late. */
@Component("reflection-due")
class ReflectionDue implements Occasion {

    private final Reflecting reflecting;

    ReflectionDue(Reflecting reflecting) {
        this.reflecting = reflecting;
    }

    @Override
    public Optional<Map<String, String>> stands(Reminder reminder) {
        return reflecting.isAsked(reminder.incident(), reminder.person()) ? Optional.of(Map.of()) : Optional.empty();
    }
}
