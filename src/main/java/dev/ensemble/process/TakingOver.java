package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.HandOver.Outcome;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import org.springframework.stereotype.Component;

/** The moderator takes a role over, or whoever may respond takes over that of the moderator: who may, and what is kept. */
@Component
public class TakingOver {

    private static final int LONGEST_REASON = 500;

    private final Unchecked unchecked;
    private final HandOvers handOvers;
    private final Tenures tenures;
    private final Timeline timeline;
    private final People people;

    TakingOver(Unchecked unchecked, HandOvers handOvers, Tenures tenures, Timeline timeline, People people) {
        this.unchecked = unchecked;
        this.handOvers = handOvers;
        this.tenures = tenures;
        this.timeline = timeline;
        this.people = people;
    }

    /**
     * Somebody does so in the holder's own task, whose diagram goes on by itself.
     *
     * @throws Refused when there is no reason, or it is too long
     * @throws Conflict when they hold it themselves, or it is not drawn so where the incident began
     * @throws NotAllowed when somebody else takes it over
     */
    public void inTask(Token token, String reason) {
        check(token.incident(), token.role(), reason);
        if (!token.isDrawn("EndEvent_roleTakenOver")) {
            throw new Conflict("%s runs on an older version of the diagrams: take the role over by REST."
                    .formatted(token.incident()));
        }
        passOn(token.incident(), token.role(), reason);
    }

    void check(IncidentId incident, Role role, String reason) {
        onlyWhoMay(incident, role);
        checkReason(Entered.text(reason));
        var holder = tenures.holder(incident, role)
                .orElseThrow(() -> new Conflict("Nobody is %s of %s now.".formatted(role.label(), incident)));
        if (holder.equals(person())) {
            throw new Conflict("You are %s of %s already.".formatted(role.label(), incident));
        }
    }

    void passOn(IncidentId incident, Role role, String reason) {
        var why = Entered.text(reason);
        handOvers.end(incident, role, Outcome.TAKEN_OVER, person(), why);
        tenures.passOn(incident, role, person(), why);
        timeline.happened(
                incident,
                "BoundaryEvent_roleTakenOver",
                "Role taken over",
                person(),
                "%s: %s".formatted(role.label(), why));
    }

    private void onlyWhoMay(IncidentId incident, Role role) {
        if (role.equals(Role.MODERATOR)) {
            if (!people.mayRespond(person())) {
                throw new NotAllowed("%s is not in the group responders; an administrator can add them."
                        .formatted(people.name(person())));
            }
        } else if (!tenures.isHeldBy(incident, Role.MODERATOR, person())) {
            throw new NotAllowed(
                    "Only the moderator can take a role over. Ask the holder to hand it over, or the moderator for help.");
        }
    }

    private static void checkReason(String why) {
        if (why.isEmpty()) {
            throw new Refused("reason", "Say why you take the role over. Everyone reads it, the holder first.");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refused(
                    "reason", "Keep it to %d characters (it has %d).".formatted(LONGEST_REASON, why.length()));
        }
    }

    private String person() {
        return unchecked.ask(CurrentPerson::id);
    }
}
