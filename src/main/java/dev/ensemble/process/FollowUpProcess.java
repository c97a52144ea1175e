package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.DidNotHold;
import dev.ensemble.incident.DueDays;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.RecurrenceConfirmed;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Refused.Fault;
import dev.ensemble.incident.Ticket;
import dev.ensemble.incident.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people do about a follow-up beside its tasks, as the process hears of it. Responders may, and nobody else. */
@Component
public class FollowUpProcess {

    private static final int LONGEST_REASON = 2000;

    private final RuntimeService runtime;
    private final OneAtATime turns;
    private final Unchecked unchecked;
    private final ShownAnew shownAnew;
    private final Proof proof;
    private final FollowUps followUps;
    private final Incidents incidents;
    private final Timeline timeline;
    private final DueDays dueDays;
    private final Responders responders;
    private final ApplicationEventPublisher events;

    FollowUpProcess(
            RuntimeService runtime,
            OneAtATime turns,
            Unchecked unchecked,
            ShownAnew shownAnew,
            Proof proof,
            FollowUps followUps,
            Incidents incidents,
            Timeline timeline,
            DueDays dueDays,
            Responders responders,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.turns = turns;
        this.unchecked = unchecked;
        this.shownAnew = shownAnew;
        this.proof = proof;
        this.followUps = followUps;
        this.incidents = incidents;
        this.timeline = timeline;
        this.dueDays = dueDays;
        this.responders = responders;
        this.events = events;
    }

    /**
     * It takes until another day; its reminders go with it.
     *
     * @throws Refused when the day will not do, or there is no reason
     * @throws Conflict when it is verified or over, or due on that day already
     */
    public void dueMoved(long id, LocalDate due, String reason) {
        changed(id, new Change(null, null, due, reason), () -> {});
    }

    /**
     * It takes until another day, is linked to a ticket, or is fit for somebody new.
     *
     * @param first looks at it when its turn has come, and may throw
     * @throws Refused naming what cannot be taken
     * @throws Conflict when its day is to be moved and cannot
     */
    public void changed(long id, Change change, Runnable first) {
        var person = responders.atWork();
        check(change);
        inTurn(id, followUp -> {
            first.run();
            followUps.noted(
                    id,
                    change.ticket() == null ? followUp.ticket() : change.address(),
                    change.learningFriendly() == null ? followUp.learningFriendly() : change.learningFriendly());
            if (change.due() != null) {
                move(followUp, change.due(), person, Entered.text(change.reason()));
            }
            shownAnew.followUp(followUp);
        });
    }

    private void move(FollowUp followUp, LocalDate due, String person, String because) {
        if (!followUp.isOpen()) {
            throw new Conflict("It is %s, so that its day does not matter any more.".formatted(followUp.standing()));
        }
        if (followUp.due().equals(due)) {
            throw new Conflict("It is due on that day already.");
        }
        followUps.moved(followUp.id(), due, person, because);
        timeline.happened(
                followUp.incident(),
                "waitForNewDate",
                "Due date moved",
                person,
                "%s: %s → %s, because %s".formatted(followUp.action(), followUp.due(), due, because));
        tell(followUp, "followUpDateMoved");
    }

    private void check(Change change) {
        var faults = new ArrayList<Fault>();
        if (change.address() != null) {
            Ticket.fault(change.address()).ifPresent(fault -> faults.add(new Fault("ticket", fault)));
        }
        var reason = Entered.text(change.reason());
        if (change.due() == null && !reason.isEmpty()) {
            faults.add(new Fault("due", "Give the day, like 2026-12-01, that the reason is for."));
        }
        if (change.due() != null) {
            dueDays.fault(change.due()).ifPresent(fault -> faults.add(new Fault("due", fault)));
            if (reason.isEmpty()) {
                faults.add(new Fault("reason", "Say why it takes longer, so that others can help."));
            }
        }
        if (reason.length() > LONGEST_REASON) {
            faults.add(new Fault(
                    "reason", "Keep it to %d characters (it has %d).".formatted(LONGEST_REASON, reason.length())));
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    /**
     * It was verified, and yet the service failed the same way again: both incidents say so.
     *
     * @param because the incident that shows it
     * @throws Conflict when it was not verified, or the incident cannot show it
     */
    public void didNotHold(long id, IncidentId because) {
        var person = responders.atWork();
        inTurn(id, promised -> {
            incidents.takeTurn(because);
            var followUp = followUps.get(id);
            proof.check(followUp, incidents.get(because));
            shown(followUp, because, person);
        });
    }

    /** The same has happened again, as a person says: what was done to prevent it, and verified, did not hold. */
    @EventListener
    void cameBack(RecurrenceConfirmed again) {
        incidents.takeTurn(again.earlier());
        var incident = incidents.get(again.incident());
        followUps.of(again.earlier()).stream()
                .filter(followUp -> followUp.kind() == null || followUp.kind() == Kind.PREVENT)
                .filter(followUp -> proof.against(followUp, incident).isEmpty())
                .forEach(followUp -> shown(followUp, incident.id(), again.by()));
    }

    private void shown(FollowUp followUp, IncidentId because, String person) {
        followUps.didNotHold(followUp.id(), because, person);
        timeline.happened(
                followUp.incident(),
                "Event_didNotHold",
                DidNotHold.LABEL,
                person,
                followUp.action() + DidNotHold.where(because));
        timeline.happened(
                because,
                null,
                "Earlier follow-up did not hold",
                person,
                "%s (%s)".formatted(followUp.action(), followUp.incident()));
        if (followUp.state() == State.VERIFIED) {
            tell(followUp, "followUpDidNotHold");
        } else {
            events.publishEvent(new DidNotHold(followUp.id()));
        }
    }

    /** Who waits for it goes on; nobody does where the incident is not at its follow-ups now. */
    private void tell(FollowUp followUp, String message) {
        unchecked.run(() -> {
            var waiting = runtime.createExecutionQuery()
                    .processInstanceBusinessKey(followUp.incident().toString())
                    .processVariableValueEquals("followUp", followUp.id())
                    .messageEventSubscriptionName(message)
                    .list();
            if (waiting.isEmpty() && isSeenThrough(followUp)) {
                throw new Conflict("%s runs on an older version of the diagrams, where this cannot change."
                        .formatted(followUp.incident()));
            }
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        });
    }

    private boolean isSeenThrough(FollowUp followUp) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(followUp.incident().toString())
                        .variableValueEquals("followUp", followUp.id())
                        .count()
                > 0;
    }

    private void inTurn(long id, Consumer<FollowUp> doing) {
        turns.inTurn(followUps.get(id).incident(), () -> doing.accept(followUps.get(id)));
    }

    /**
     * What is to be otherwise; what is {@code null} stays as it is.
     *
     * @param ticket empty for none
     * @param reason why it is due on another day
     */
    public record Change(String ticket, Boolean learningFriendly, LocalDate due, String reason) {

        /** {@code null} where there is none. */
        private String address() {
            var address = Entered.text(ticket);
            return address.isEmpty() ? null : address;
        }
    }
}
