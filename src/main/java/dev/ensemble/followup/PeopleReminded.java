package dev.ensemble.followup;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.People;
import dev.ensemble.incident.People.Person;
import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom the response plan has reminded of a follow-up; when, is up to them and their working hours. */
@Component
class PeopleReminded {

    private static final String GROUP = "group:";

    private final FollowUps followUps;
    private final Reminders reminders;
    private final Plan plan;
    private final People people;
    private final Tenures tenures;

    PeopleReminded(FollowUps followUps, Reminders reminders, Plan plan, People people, Tenures tenures) {
        this.followUps = followUps;
        this.reminders = reminders;
        this.plan = plan;
        this.people = people;
        this.tenures = tenures;
    }

    /** @param event {@code due} or {@code late}; what is done but for a second look is {@code to-verify} either way */
    void of(Token token, String event) {
        var followUp = followUps.get(token.followUp());
        var what = followUp.state() == State.DONE ? "to-verify" : event;
        for (var whom : plan.followUpReminders(token, what)) {
            for (var person : people(followUp, whom)) {
                reminders.add(followUp.incident(), person, "follow-up-" + what, String.valueOf(followUp.id()), whom);
            }
        }
    }

    /** Their user ids; of a role that nobody held, one {@code null} for whoever follows the incident. */
    private List<String> people(FollowUp followUp, String whom) {
        if (whom.equals("owner")) {
            return List.of(followUp.owner());
        }
        if (whom.equals("anybody")) {
            return Collections.singletonList(null);
        }
        if (whom.startsWith(GROUP)) {
            return people.members(whom.substring(GROUP.length())).stream()
                    .map(Person::id)
                    .toList();
        }
        return Collections.singletonList(tenures.last(followUp.incident(), new Role(whom))
                .map(Tenure::person)
                .orElse(null));
    }
}
