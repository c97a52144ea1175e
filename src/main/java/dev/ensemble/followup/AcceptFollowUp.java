package dev.ensemble.followup;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The owner takes the follow-up on, or says why not. */
@Component
class AcceptFollowUp implements Answer {

    private final FollowUps followUps;
    private final Promise promise;

    AcceptFollowUp(FollowUps followUps, Promise promise) {
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
        var accepted = form.choice("decision", List.of("accept", "decline")).equals("accept");
        var reason = accepted ? "" : form.required("declineReason", 2000, "Say why not; that is a fair end of it.");
        form.check();
        token.answer("accepted", accepted);
        token.answer("verified", false);
        if (accepted) {
            followUps.accepted(token.followUp());
            return promise.subject(token);
        }
        followUps.declined(token.followUp(), reason);
        return "Declined: %s, because %s".formatted(promise.subject(token), reason);
    }
}
