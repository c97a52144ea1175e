package dev.ensemble.staff;

import dev.ensemble.incident.Role;
import dev.ensemble.process.RequiredRoles;
import dev.ensemble.process.Token;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom the response waits for, as forms and messages say it. */
@Component
class Missing {

    private final RequiredRoles required;

    Missing(RequiredRoles required) {
        this.required = required;
    }

    /** Such as {@code moderator and note taker}. */
    String words(Token token) {
        return required.missing(token).stream().map(Role::label).collect(Collectors.joining(" and "));
    }

    boolean isModerator(Token token) {
        return required.missing(token).contains(Role.MODERATOR);
    }
}
