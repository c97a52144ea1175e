package dev.ensemble.remind;

import dev.ensemble.incident.Reminder;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that people can be reminded of. */
@Component
class Occasions {

    private final Map<String, Occasion> byWords;

    Occasions(Map<String, Occasion> byWords) {
        this.byWords = byWords;
    }

    /** What its words name now; empty where it is over. */
    Optional<Map<String, String>> stands(Reminder reminder) {
        return Optional.ofNullable(byWords.get(reminder.words())).flatMap(occasion -> occasion.stands(reminder));
    }
}
