package dev.ensemble.followup;

import dev.ensemble.incident.Reminder;
import dev.ensemble.remind.Occasion;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A follow-up has come to its day, and is still to be done. */
@Component("follow-up-due")
class FollowUpDue implements Occasion {

    private final Promise promise;

    FollowUpDue(Promise promise) {
        this.promise = promise;
    }

    @Override
    public Optional<Map<String, String>> stands(Reminder reminder) {
        return promise.stillToDo(reminder).map(promise::words);
    }
}
