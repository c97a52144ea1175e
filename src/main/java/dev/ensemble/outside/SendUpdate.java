package dev.ensemble.outside;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Way;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import org.springframework.stereotype.Component;

/** What somebody wrote for people outside goes on its way to them. */
@Component
class SendUpdate implements Step {

    private final Incidents incidents;
    private final OutsideUpdates updates;
    private final OutsideWords words;
    private final Say say;

    SendUpdate(Incidents incidents, OutsideUpdates updates, OutsideWords words, Say say) {
        this.incidents = incidents;
        this.updates = updates;
        this.words = words;
        this.say = say;
    }

    @Override
    public void run(Token token) {
        var update = updates.last(token.incident(), token.audience()).orElseThrow();
        var subject = words.subject(incidents.get(token.incident()), update);
        updates.carriedBy(update, say.outside(update, subject));
        token.answer("onPage", update.audience().way() == Way.STATUS_PAGE);
    }
}
