package dev.ensemble.join;

import dev.ensemble.incident.Member;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The meeting is over: everybody who is in is thanked and free. */
@Component
class ThankEnsemble implements Step {

    private final Members members;
    private final People people;
    private final Say say;

    ThankEnsemble(Members members, People people, Say say) {
        this.members = members;
        this.people = people;
        this.say = say;
    }

    @Override
    public void run(Token token) {
        var here = members.now(token.incident());
        members.dissolve(token.incident());
        if (!here.isEmpty()) {
            say.inThread(
                    token.incident(),
                    "ensemble-thanked",
                    Map.of("experts", names(here, Role.EXPERT), "learners", names(here, Role.LEARNER)));
        }
    }

    private List<String> names(List<Member> here, Role role) {
        return here.stream()
                .filter(member -> member.role().equals(role))
                .map(member -> people.name(member.person()))
                .toList();
    }
}
