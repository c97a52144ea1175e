package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** How roles pass from one person to another, as the process hears of it. Everybody speaks for themselves. */
@Component
public class HandOverProcess {

    private final IncidentProcess process;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;
    private final HandOvers handOvers;
    private final Tenures tenures;
    private final TakingOver takingOver;
    private final People people;

    HandOverProcess(
            IncidentProcess process,
            RuntimeService runtime,
            TaskService tasks,
            Unchecked unchecked,
            HandOvers handOvers,
            Tenures tenures,
            TakingOver takingOver,
            People people) {
        this.process = process;
        this.runtime = runtime;
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.handOvers = handOvers;
        this.tenures = tenures;
        this.takingOver = takingOver;
        this.people = people;
    }

    /**
     * The holder offers a role to somebody, or the moderator does so for them.
     *
     * @param to user id of who is asked
     * @param briefing empty to have it written from the record
     * @throws Conflict when nobody holds the role, or somebody is asked already
     * @throws NotAllowed when somebody else offers it
     */
    public void offered(IncidentId incident, Role role, String to, String briefing) {
        process.inTurn(incident, () -> {
            onlyHolderOrModerator(incident, role, holder(incident, role));
            onlyWhereItIsDrawn(incident, role);
            handOvers.open(incident, role).ifPresent(offer -> {
                throw new Conflict("%s Wait for the answer, or take the offer back first.".formatted(isAsked(offer)));
            });
            complete(IncidentProcess.HOLD_ROLE, incident, role, Map.of("offerTo", to, "briefing", briefing));
        });
    }

    /**
     * Who is asked takes the role over.
     *
     * @throws Conflict when the offer is not open any more
     * @throws NotAllowed when somebody else was asked
     */
    public void accepted(IncidentId incident, Role role) {
        answered(incident, role, Map.of("decision", "accept"));
    }

    /**
     * Who is asked does not take the role over.
     *
     * @param reason may be empty
     * @throws Conflict when the offer is not open any more
     * @throws NotAllowed when somebody else was asked
     */
    public void declined(IncidentId incident, Role role, String reason) {
        answered(incident, role, Map.of("decision", "decline", "declineReason", reason));
    }

    /**
     * The holder takes the offer back, or the moderator does so for them.
     *
     * @throws Conflict when the offer is not open any more
     * @throws NotAllowed when somebody else takes it back
     */
    public void takenBack(IncidentId incident, Role role) {
        process.inTurn(incident, () -> {
            onlyHolderOrModerator(incident, role, openOffer(incident, role).from());
            complete("takeBackOffer", incident, role, Map.of());
        });
    }

    /**
     * The moderator takes a role over; that of the moderator itself, whoever may respond.
     *
     * @throws Refused when there is no reason, or it is too long
     * @throws Conflict when nobody holds the role, or they do so themselves
     * @throws NotAllowed when somebody else takes it over
     */
    public void takenOver(IncidentId incident, Role role, String reason) {
        process.inTurn(incident, () -> {
            takingOver.check(incident, role, reason);
            onlyWhereItIsDrawn(incident, role);
            takingOver.passOn(incident, role, reason);
            unchecked.run(() -> runtime.createMessageCorrelation("roleTakenOver")
                    .processInstanceBusinessKey(incident.toString())
                    .processInstanceVariableEquals("role", role.key())
                    .correlate());
        });
    }

    /** An incident that began on a former version of the diagrams goes on by that one. */
    private void onlyWhereItIsDrawn(IncidentId incident, Role role) {
        var waiting = unchecked.ask(() -> runtime.createExecutionQuery()
                .processInstanceBusinessKey(incident.toString())
                .processVariableValueEquals("role", role.key())
                .messageEventSubscriptionName("roleTakenOver")
                .count());
        if (waiting == 0) {
            throw new Conflict("%s runs on an older version of the diagrams, where a role is given up and taken."
                    .formatted(incident));
        }
    }

    private void answered(IncidentId incident, Role role, Map<String, Object> answer) {
        process.inTurn(incident, () -> {
            var offer = openOffer(incident, role);
            if (!offer.to().equals(person())) {
                throw new NotAllowed("%s Only they can answer.".formatted(isAsked(offer)));
            }
            complete("acceptRole", incident, role, answer);
        });
    }

    private void complete(String key, IncidentId incident, Role role, Map<String, Object> entered) {
        var task = process.roleTask(key, incident, role);
        if (task == null) {
            throw new Conflict("%s does not wait for this now.".formatted(incident));
        }
        tasks.complete(task.getId(), entered);
    }

    private void onlyHolderOrModerator(IncidentId incident, Role role, String holder) {
        var person = person();
        if (!holder.equals(person) && !isModerator(incident, person)) {
            throw new NotAllowed("%s is %s. Only they can do this, or the moderator for them."
                    .formatted(people.name(holder), role.label()));
        }
    }

    private boolean isModerator(IncidentId incident, String person) {
        return tenures.isHeldBy(incident, Role.MODERATOR, person);
    }

    private String holder(IncidentId incident, Role role) {
        return tenures.holder(incident, role)
                .orElseThrow(() -> new Conflict("Nobody is %s of %s now.".formatted(role.label(), incident)));
    }

    private HandOver openOffer(IncidentId incident, Role role) {
        return handOvers
                .open(incident, role)
                .orElseThrow(() -> new Conflict("The role %s of %s is not offered to anybody now. %s"
                        .formatted(role.label(), incident, howThingsStand(incident, role))
                        .strip()));
    }

    private String howThingsStand(IncidentId incident, Role role) {
        var ended = handOvers.last(incident, role).map(this::howItEnded).orElse("");
        var held = tenures.holder(incident, role)
                .map(holder -> "%s is %s.".formatted(people.name(holder), role.label()))
                .orElse("Nobody holds it.");
        return (ended + " " + held).strip();
    }

    private String howItEnded(HandOver offer) {
        var to = people.name(offer.to());
        return switch (offer.outcome()) {
            case ACCEPTED -> "%s has accepted.".formatted(to);
            case DECLINED -> "%s has declined.".formatted(to);
            case NO_ANSWER -> "%s did not answer in time.".formatted(to);
            case TAKEN_BACK -> "%s has taken the offer back.".formatted(people.name(offer.endedBy()));
            case TAKEN_OVER -> "%s has taken the role over.".formatted(people.name(offer.endedBy()));
            case OPEN, OVER -> "";
        };
    }

    private String isAsked(HandOver offer) {
        return "%s is asked to take over as %s."
                .formatted(people.name(offer.to()), offer.role().label());
    }

    private String person() {
        return unchecked.ask(CurrentPerson::id);
    }
}
