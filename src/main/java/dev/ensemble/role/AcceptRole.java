package dev.ensemble.role;

import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOver.Outcome;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is asked takes the role over, or not. Where they do, the holder's time ends and theirs begins at once. */
@Component
class AcceptRole implements Answer {

    private final HandOvers handOvers;
    private final Tenures tenures;
    private final People people;
    private final Duty duty;

    AcceptRole(HandOvers handOvers, Tenures tenures, People people, Duty duty) {
        this.handOvers = handOvers;
        this.tenures = tenures;
        this.people = people;
        this.duty = duty;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var offer = offer(token);
        var shown = new HashMap<>(duty.of(token.role()));
        shown.put("holder", Markdown.plain(people.name(offer.from())));
        shown.put("briefing", Briefing.shown(offer));
        return shown;
    }

    @Override
    public String subject(Token token) {
        return token.role().label();
    }

    @Override
    public String given(Token token, Form form) {
        var offer = offer(token);
        var accepts = form.choice("decision", List.of("accept", "decline")).equals("accept");
        var reason = accepts ? "" : form.text("declineReason", 500);
        if (!offer.to().equals(form.person())) {
            form.refuse("person", "%s is asked. Only they can answer.".formatted(people.name(offer.to())));
        }
        form.check();
        token.answer("accepted", accepts);
        handOvers.end(
                token.incident(),
                token.role(),
                accepts ? Outcome.ACCEPTED : Outcome.DECLINED,
                form.person(),
                reason.isEmpty() ? null : reason);
        if (accepts) {
            tenures.passOn(token.incident(), token.role(), offer.to(), null);
            return token.role().label();
        }
        return "Declined: %s%s".formatted(token.role().label(), reason.isEmpty() ? "" : ", because " + reason);
    }

    private HandOver offer(Token token) {
        return handOvers.open(token.incident(), token.role()).orElseThrow();
    }
}
