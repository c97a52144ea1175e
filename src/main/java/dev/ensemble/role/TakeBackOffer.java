package dev.ensemble.role;

import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOver.Outcome;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The holder takes the offer back and holds on. */
@Component
class TakeBackOffer implements Answer {

    private final HandOvers handOvers;
    private final Tenures tenures;
    private final People people;

    TakeBackOffer(HandOvers handOvers, Tenures tenures, People people) {
        this.handOvers = handOvers;
        this.tenures = tenures;
        this.people = people;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of(
                "roleName", token.role().label(),
                "asked", Markdown.plain(people.name(offer(token).to())));
    }

    @Override
    public String subject(Token token) {
        return token.role().label();
    }

    @Override
    public String given(Token token, Form form) {
        var holder = offer(token).from();
        var isModerator = tenures.isHeldBy(token.incident(), Role.MODERATOR, form.person());
        if (!holder.equals(form.person()) && !isModerator) {
            form.refuse(
                    "person",
                    "%s made this offer. Only they can take it back, or the moderator for them."
                            .formatted(people.name(holder)));
        }
        form.check();
        handOvers.end(token.incident(), token.role(), Outcome.TAKEN_BACK, form.person(), null);
        return token.role().label();
    }

    private HandOver offer(Token token) {
        return handOvers.open(token.incident(), token.role()).orElseThrow();
    }
}
