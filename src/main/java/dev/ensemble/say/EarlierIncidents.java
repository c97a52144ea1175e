package dev.ensemble.say;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Recurrence;
import dev.ensemble.incident.Recurrence.State;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.WorkingHours;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Earlier incidents in which the same may have happened, and what became of their follow-ups, as people read it. */
@Component
public class EarlierIncidents {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Recurrences recurrences;
    private final FollowUps followUps;
    private final WorkingHours hours;

    EarlierIncidents(Recurrences recurrences, FollowUps followUps, WorkingHours hours) {
        this.recurrences = recurrences;
        this.followUps = followUps;
        this.hours = hours;
    }

    /**
     * All that people have not said no to, the most alike first: {@code number}, {@code day}, {@code condition}, {@code
     * summary}, {@code why}, {@code confirmed}, and {@code followUps} with {@code action} and {@code state}.
     */
    public List<Map<String, Object>> of(IncidentId incident) {
        return recurrences.of(incident).stream()
                .filter(found -> found.state() != State.REJECTED)
                .map(this::told)
                .toList();
    }

    private Map<String, Object> told(Recurrence found) {
        var earlier = found.earlier();
        return Map.of(
                "number", earlier.id().toString(),
                "day", DAY.format(earlier.reportedAt().atZone(hours.zone())),
                "condition", earlier.reportedAs().toString(),
                "summary", earlier.summary(),
                "why", found.why(),
                "confirmed", found.state() == State.CONFIRMED,
                "followUps",
                        followUps.of(earlier.id()).stream()
                                .map(EarlierIncidents::told)
                                .toList());
    }

    private static Map<String, String> told(FollowUp followUp) {
        return Map.of(
                "action", followUp.action(),
                "state", followUp.standing());
    }
}
