package dev.ensemble.role;

import dev.ensemble.incident.People;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody takes a role and holds it from now on. */
@Component
class TakeRole implements Answer {

    private final Tenures tenures;
    private final People people;
    private final Duty duty;

    TakeRole(Tenures tenures, People people, Duty duty) {
        this.tenures = tenures;
        this.people = people;
        this.duty = duty;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return duty.of(token.role());
    }

    @Override
    public String subject(Token token) {
        return token.role().label();
    }

    @Override
    public String given(Token token, Form form) {
        var person = form.assignee();
        if (!people.know(person)) {
            throw new Refused("person", "Nobody here has this user id. Give one that can log in.");
        }
        if (!people.mayRespond(person)) {
            throw new Refused(
                    "person",
                    "%s is not in the group responders; an administrator can add them.".formatted(people.name(person)));
        }
        tenures.begin(token.incident(), token.role(), person);
        var role = token.role().label();
        return person.equals(form.person()) ? role : "%s: %s".formatted(role, people.name(person));
    }
}
