package dev.ensemble.followup;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The owner shows what was done, or says why we choose not to. */
@Component
class DoFollowUp implements Answer {

    private final FollowUps followUps;
    private final Promise promise;

    DoFollowUp(FollowUps followUps, Promise promise) {
        this.followUps = followUps;
        this.promise = promise;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("followUpText", promise.text(token));
    }

    @Override
    public String subject(Token token) {
        return promise.subject(token);
    }

    @Override
    public String given(Token token, Form form) {
        var done = form.choice("outcome", List.of("done", "let-go")).equals("done");
        var words = done
                ? form.required("evidence", 4000, "Give a link or say what can be seen now, for who verifies it.")
                : form.required("letGoReason", 2000, "Say why we choose not to; that is a fair end of it.");
        form.check();
        token.answer("done", done);
        if (done) {
            followUps.done(token.followUp(), words);
            return "%s: %s".formatted(promise.subject(token), words);
        }
        followUps.letGo(token.followUp(), words);
        return "Let go: %s, because %s".formatted(promise.subject(token), words);
    }
}
