package dev.ensemble.outside;

import dev.ensemble.incident.Audience;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** People outside were not told in time: the moderator hears it, once. */
@Component
class SayUpdateOverdue implements Step {

    private final Say say;
    private final Obligations obligations;
    private final Tenures tenures;
    private final People people;

    SayUpdateOverdue(Say say, Obligations obligations, Tenures tenures, People people) {
        this.say = say;
        this.obligations = obligations;
        this.tenures = tenures;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var owed = obligations.open(token.incident(), token.audience()).orElseThrow();
        if (owed.overdueSaidAt() != null) {
            return;
        }
        obligations.overdueSaid(owed);
        say.inThread(
                token.incident(),
                "update-overdue",
                token.audience(),
                Map.of(
                        "audience",
                        Audience.label(token.audience()),
                        owed.word().toString(),
                        true,
                        "moderator",
                        holder(token, Role.MODERATOR),
                        "itManager",
                        holder(token, Role.IT_MANAGER)));
    }

    private String holder(Token token, Role role) {
        return tenures.holder(token.incident(), role).map(people::name).orElse("");
    }
}
