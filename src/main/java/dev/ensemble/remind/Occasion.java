package dev.ensemble.remind;

import dev.ensemble.incident.Reminder;
import java.util.Map;
import java.util.Optional;

/** What people can be reminded of when it can wait. The bean is named like its words under {@code bpmn/messages}. */
public interface Occasion {

    /** What the words name, as things stand now; empty where there is nothing to be reminded of any more. */
    Optional<Map<String, String>> stands(Reminder reminder);
}
