package dev.ensemble.join;

import dev.ensemble.incident.Members;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody goes, with thanks; while they are in, the task stands. */
@Component
class LeaveEnsemble implements Answer {

    private final Members members;
    private final Tenures tenures;
    private final People people;

    LeaveEnsemble(Members members, Tenures tenures, People people) {
        this.members = members;
        this.tenures = tenures;
        this.people = people;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("joinedAs", token.role().label());
    }

    @Override
    public String subject(Token token) {
        return token.role().label();
    }

    @Override
    public String given(Token token, Form form) {
        var name = people.name(token.person());
        var own = token.person().equals(form.person());
        if (!own && !tenures.isHeldBy(token.incident(), Role.MODERATOR, form.person())) {
            form.refuse(
                    "person",
                    "%s joined. Only they can say that they leave, or the moderator for them.".formatted(name));
        }
        form.check();
        members.leave(token.incident(), token.person());
        return own ? token.role().label() : "%s: %s".formatted(token.role().label(), name);
    }
}
