package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import java.util.Optional;
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
        against(followUp, again).ifPresent(reason -> {
            throw new Conflict(reason);
        });
    }

    /** What stands against it; empty where nothing does. */
    Optional<String> against(FollowUp followUp, Incident again) {
        if (followUp.state() != State.VERIFIED && followUp.state() != State.ENDED) {
            return Optional.of(
                    "It is %s. Only what was verified can turn out not to hold.".formatted(followUp.standing()));
        }
        var promised = incidents.get(followUp.incident());
        if (again.id().equals(promised.id())) {
            return Optional.of("It is a follow-up of %s itself. If it broke again, reopen it.".formatted(again.id()));
        }
        if (!again.service().equals(promised.service())) {
            return Optional.of("%s is about %s, and the follow-up about %s."
                    .formatted(again.id(), again.service(), promised.service()));
        }
        if (again.drill() != promised.drill() || again.restricted() != promised.restricted()) {
            return Optional.of("%s and %s are not for the same people.".formatted(again.id(), promised.id()));
        }
        if (again.retractedBecause() != null || again.mergedInto() != null) {
            return Optional.of("%s is %s, so it shows nothing.".formatted(again.id(), again.stage()));
        }
        if (!again.reportedAt().isAfter(followUp.verifiedAt())) {
            return Optional.of("%s was reported before the follow-up was verified.".formatted(again.id()));
        }
        return Optional.empty();
    }
}
