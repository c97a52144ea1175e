package dev.ensemble.process;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Participants;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.BeanFactory;

/** Who and what a diagram asks for: {@code ${holders.of(execution, 'moderator')}}. */
public class Holders {

    private final BeanFactory beans;

    Holders(BeanFactory beans) {
        this.beans = beans;
    }

    /** The roles that the plan asks for. */
    public List<String> rolesNeeded(DelegateExecution execution) {
        return beans.getBean(Plan.class).rolesNeeded(execution).stream()
                .map(needed -> needed.role().key())
                .toList();
    }

    /** Whether somebody holds each of the roles that the response waits for. */
    public boolean areThere(DelegateExecution execution) {
        return beans.getBean(RequiredRoles.class).missing(new Token(execution)).isEmpty();
    }

    /** The user id of who holds the role now, {@code null} when nobody does. */
    public String of(DelegateExecution execution, String role) {
        return beans.getBean(Tenures.class)
                .holder(new Token(execution).incident(), new Role(role))
                .orElse(null);
    }

    /** The same; where nobody does, who holds the other one. */
    public String of(DelegateExecution execution, String role, String other) {
        var holder = of(execution, role);
        return holder == null ? of(execution, other) : holder;
    }

    /**
     * The same; once the service works again and both are released, who held the one or the other last: what was promised
     * outside is theirs to keep.
     */
    public String lately(DelegateExecution execution, String role, String other) {
        var holder = of(execution, role, other);
        var incident = beans.getBean(Incidents.class).get(new Token(execution).incident());
        return holder != null || !incident.isRestored()
                ? holder
                : Stream.of(role, other)
                        .flatMap(key -> beans.getBean(Tenures.class).last(incident.id(), new Role(key)).stream())
                        .map(Tenure::person)
                        .findFirst()
                        .orElse(null);
    }

    /** Those outside who may have to be told, but for whom that is seen to already: an incident can break again. */
    public List<String> audiences(DelegateExecution execution) {
        var seenTo = beans.getBean(OutsideProcess.class).audiences(new Token(execution).incident());
        return beans.getBean(CommunicationPlan.class).audiences(execution).stream()
                .filter(audience -> !seenTo.contains(audience))
                .toList();
    }

    /** Those outside who were told something. */
    public List<String> audiencesTold(DelegateExecution execution) {
        return beans.getBean(OutsideUpdates.class).of(new Token(execution).incident()).stream()
                .map(update -> update.audience().key())
                .distinct()
                .toList();
    }

    /** The user id of who is asked to take the role over. */
    public String offeredTo(DelegateExecution execution, String role) {
        return beans.getBean(HandOvers.class)
                .open(new Token(execution).incident(), new Role(role))
                .orElseThrow()
                .to();
    }

    /** Who left the step out. */
    public String skippedBy(DelegateExecution execution) {
        return beans.getBean(SkippedSteps.class)
                .get(new Token(execution).step())
                .person();
    }

    /** Everybody who held a role or joined the Ensemble, each once. */
    public List<String> everybody(DelegateExecution execution) {
        return beans.getBean(Participants.class).of(new Token(execution).incident());
    }

    /** Everybody who came to learn. */
    public List<String> learners(DelegateExecution execution) {
        return beans.getBean(Members.class).learners(new Token(execution).incident());
    }

    /** Whether the meeting need not wait for its time: by the plan it opens when all have answered, and nobody is left. */
    public boolean everybodyAnswered(DelegateExecution execution) {
        return beans.getBean(Plan.class).reflecting(execution).opensWhenAllAnswered()
                && !Reflecting.isGoingOn(execution);
    }

    /** The follow-ups that were agreed on and have not ended. */
    public List<Long> followUps(DelegateExecution execution) {
        return beans.getBean(FollowUps.class).of(new Token(execution).incident()).stream()
                .filter(followUp -> followUp.endedAt() == null)
                .map(FollowUp::id)
                .toList();
    }

    /** Whether who promised the follow-up can still see to it, or has. */
    public boolean isOwnerHere(DelegateExecution execution) {
        var followUp = beans.getBean(FollowUps.class).get(new Token(execution).followUp());
        return followUp.state() == State.DONE || beans.getBean(People.class).mayRespond(followUp.owner());
    }

    /** The messages that remind people in this round. */
    public List<Long> nudges(DelegateExecution execution) {
        return beans.getBean(Reminders.class).nudges(new Token(execution).round());
    }

    /** Who promised the follow-up. */
    public String owner(DelegateExecution execution) {
        return beans.getBean(FollowUps.class)
                .get(new Token(execution).followUp())
                .owner();
    }
}
