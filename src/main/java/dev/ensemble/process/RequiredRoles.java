package dev.ensemble.process;

import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import java.util.List;
import org.springframework.stereotype.Component;

/** The roles that the response waits for, unless somebody goes on without them. */
@Component
public class RequiredRoles {

    private final Plan plan;
    private final Tenures tenures;

    RequiredRoles(Plan plan, Tenures tenures) {
        this.plan = plan;
        this.tenures = tenures;
    }

    /** Those that nobody holds now. */
    public List<Role> missing(Token token) {
        return plan.rolesNeeded(token.execution()).stream()
                .filter(Plan.NeededRole::required)
                .map(Plan.NeededRole::role)
                .filter(role -> tenures.holder(token.incident(), role).isEmpty())
                .toList();
    }
}
