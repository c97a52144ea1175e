package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import org.springframework.stereotype.Component;

/** Whether an incident can show that a follow-up of an earlier one did not hold. */
@Component
class Proof {

    private final Incidents incidents;

    Proof(Incidents incidents) {
        this.incidents = incidents;
    }

    /** @throws Conflict when it cannot */
    void check(FollowUp followUp, Incident again) {
        if (followUp.state() != State.VERIFIED && followUp.state() != State.ENDED) {
            throw new Conflict(
                    "It is %s. Only what was verified can turn out not to hold.".formatted(followUp.standing()));
        }
        var promised = incidents.get(followUp.incident());
        if (again.id().equals(promised.id())) {
            throw new Conflict("It is a follow-up of %s itself. If it broke again, reopen it.".formatted(again.id()));
        }
        if (!again.service().equals(promised.service())) {
            throw new Conflict("%s is about %s, and the follow-up about %s."
                    .formatted(again.id(), again.service(), promised.service()));
        }
        if (again.drill() != promised.drill() || again.restricted() != promised.restricted()) {
            throw new Conflict("%s and %s are not for the same people.".formatted(again.id(), promised.id()));
        }
        if (again.retractedBecause() != null || again.mergedInto() != null) {
            throw new Conflict("%s is %s, so it shows nothing.".formatted(again.id(), again.stage()));
        }
        if (!again.reportedAt().isAfter(followUp.verifiedAt())) {
            throw new Conflict("%s was reported before the follow-up was verified.".formatted(again.id()));
        }
    }
}
