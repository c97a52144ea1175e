package dev.ensemble.followup;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.People;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A follow-up goes to another owner, who is asked as the first one was. */
@Component
class NewOwner {

    private static final int LONGEST_USER_ID = 64;

    private final FollowUps followUps;
    private final People people;

    NewOwner(FollowUps followUps, People people) {
        this.followUps = followUps;
        this.people = people;
    }

    /** Who can be asked, as forms offer it. */
    List<Map<String, String>> choice(Token token) {
        var owner = followUps.get(token.followUp()).owner();
        return people.responders().stream()
                .filter(person -> !person.id().equals(owner))
                .map(person -> Map.of("label", person.name(), "value", person.id()))
                .toList();
    }

    /** @return what the timeline shows */
    String asked(Token token, Form form) {
        var followUp = followUps.get(token.followUp());
        var to = form.required("newOwner", LONGEST_USER_ID, "Say who could see to it instead; they are asked.");
        var reason = form.required("handOnReason", 2000, "Say why they are the one to ask.");
        if (to.equals(followUp.owner())) {
            form.refuse("newOwner", "%s is the owner already. Name another.".formatted(people.name(to)));
        } else if (!to.isEmpty() && !people.know(to)) {
            form.refuse("newOwner", "Nobody here has this user id. Give one that can log in.");
        } else if (!to.isEmpty() && !people.mayRespond(to)) {
            form.refuse(
                    "newOwner",
                    "%s is not in the group responders; an administrator can add them.".formatted(people.name(to)));
        }
        form.check();
        followUps.handedOn(followUp.id(), to, form.person(), reason);
        return "Handed on to %s, because %s".formatted(people.name(to), reason);
    }
}
