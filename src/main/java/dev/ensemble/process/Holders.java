package dev.ensemble.process;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import java.util.List;
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

    /** The user id of who is asked to take the role over. */
    public String offeredTo(DelegateExecution execution, String role) {
        return beans.getBean(HandOvers.class)
                .open(new Token(execution).incident(), new Role(role))
                .orElseThrow()
                .to();
    }

    /** Everybody who held a role. */
    public List<String> everybody(DelegateExecution execution) {
        return beans.getBean(Tenures.class).everybody(new Token(execution).incident());
    }

    /** The follow-ups that were agreed on and have not ended. */
    public List<Long> followUps(DelegateExecution execution) {
        return beans.getBean(FollowUps.class).of(new Token(execution).incident()).stream()
                .filter(followUp -> followUp.endedAt() == null)
                .map(FollowUp::id)
                .toList();
    }

    /** Whether who promised the follow-up can still see to it. */
    public boolean isOwnerHere(DelegateExecution execution) {
        return beans.getBean(People.class).mayRespond(owner(execution));
    }

    /** Who promised the follow-up. */
    public String owner(DelegateExecution execution) {
        return beans.getBean(FollowUps.class)
                .get(new Token(execution).followUp())
                .owner();
    }
}
