package dev.ensemble.followup;

import dev.ensemble.incident.Reminder;
import dev.ensemble.remind.Occasion;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A follow-up has been shown to be done, and waits for a second person. */
@Component("follow-up-to-verify")
class FollowUpToVerify implements Occasion {

    private final Promise promise;

    FollowUpToVerify(Promise promise) {
        this.promise = promise;
    }

    @Override
    public Optional<Map<String, String>> stands(Reminder reminder) {
        return promise.toVerify(reminder).map(promise::words);
    }
}
