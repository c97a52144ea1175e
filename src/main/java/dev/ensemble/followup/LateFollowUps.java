package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUpSearch;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is late, over all incidents but drills and restricted ones, as the plan has it. */
@Component
class LateFollowUps {

    /** As many as fit one message in Slack. */
    private static final int SHOWN = 20;

    private final FollowUps followUps;
    private final Incidents incidents;
    private final Promise promise;
    private final Plan plan;
    private final IncidentProperties house;
    private final WorkingHours hours;
    private final Clock clock;

    LateFollowUps(
            FollowUps followUps,
            Incidents incidents,
            Promise promise,
            Plan plan,
            IncidentProperties house,
            WorkingHours hours,
            Clock clock) {
        this.followUps = followUps;
        this.incidents = incidents;
        this.promise = promise;
        this.plan = plan;
        this.house = house;
        this.hours = hours;
        this.clock = clock;
    }

    /** What the words of the weekly digest name; empty where nothing is late. */
    Map<String, Object> words(Token token) {
        var today = hours.today(clock.instant());
        var late = followUps.find(FollowUpSearch.overdue(today), Integer.MAX_VALUE).stream()
                .filter(followUp -> isLate(token, followUp, today))
                .toList();
        return late.isEmpty() ? Map.of() : words(late, today);
    }

    private boolean isLate(Token token, FollowUp followUp, LocalDate today) {
        var after = plan.learning(token, incidents.get(followUp.incident())).lateAfter();
        return !followUp.due().plus(after).isAfter(today);
    }

    private Map<String, Object> words(List<FollowUp> late, LocalDate today) {
        return Map.of(
                "tasklist", house.tasklist(),
                "count", late.size(),
                "followUps",
                        late.stream()
                                .limit(SHOWN)
                                .map(followUp -> line(followUp, today))
                                .toList(),
                "more", late.size() > SHOWN ? String.valueOf(late.size() - SHOWN) : "");
    }

    private Map<String, Object> line(FollowUp followUp, LocalDate today) {
        var line = new HashMap<String, Object>(promise.words(followUp));
        line.put("incident", followUp.incident().toString());
        line.put("service", incidents.get(followUp.incident()).service());
        line.put("action", promise.inShort(followUp));
        line.put("days", ChronoUnit.DAYS.between(followUp.due(), today));
        line.put("toVerify", followUp.state() == FollowUp.State.DONE);
        line.put("learningFriendly", followUp.learningFriendly());
        return line;
    }
}
