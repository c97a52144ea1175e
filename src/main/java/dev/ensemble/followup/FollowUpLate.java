package dev.ensemble.followup;

import dev.ensemble.incident.Reminder;
import dev.ensemble.remind.Occasion;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A follow-up is late, and still to be done. */
@Component("follow-up-late")
class FollowUpLate implements Occasion {

    private final Promise promise;

    FollowUpLate(Promise promise) {
        this.promise = promise;
    }

    @Override
    public Optional<Map<String, String>> stands(Reminder reminder) {
        return promise.stillToDo(reminder).map(promise::words);
    }
}
