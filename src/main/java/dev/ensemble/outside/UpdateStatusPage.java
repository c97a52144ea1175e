package dev.ensemble.outside;

import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Sending;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A page that we cannot reach: a person puts the words there. */
@Component
class UpdateStatusPage implements Answer {

    private final OutsideUpdates updates;
    private final Sending sending;

    UpdateStatusPage(OutsideUpdates updates, Sending sending) {
        this.updates = updates;
        this.sending = sending;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var update = last(token);
        return Map.of("page", Markdown.plain(update.audience().address()), "text", update.text());
    }

    @Override
    public String subject(Token token) {
        return last(token).audience().label();
    }

    @Override
    public String given(Token token, Form form) {
        sending.saidByHand(last(token).message(), null, null);
        return last(token).audience().label();
    }

    private OutsideUpdate last(Token token) {
        return updates.last(token.incident(), token.audience()).orElseThrow();
    }
}
