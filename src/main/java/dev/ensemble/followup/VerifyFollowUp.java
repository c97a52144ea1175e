package dev.ensemble.followup;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A second person looks whether it is done, and sends it back if not. */
@Component
class VerifyFollowUp implements Answer {

    private final FollowUps followUps;
    private final Promise promise;

    VerifyFollowUp(FollowUps followUps, Promise promise) {
        this.followUps = followUps;
        this.promise = promise;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of(
                "followUpText", promise.text(token),
                "evidenceGiven", followUps.get(token.followUp()).evidence());
    }

    @Override
    public String subject(Token token) {
        return promise.subject(token);
    }

    @Override
    public String given(Token token, Form form) {
        var verified = form.choice("verified", List.of("yes", "no")).equals("yes");
        var lookedAt = form.required("lookedAt", 2000, "Say what you looked at, or what is missing.");
        if (followUps.get(token.followUp()).owner().equals(form.person())) {
            form.refuse("person", "It is yours; a second person has to look. Ask somebody to take this task.");
        }
        form.check();
        token.answer("verified", verified);
        if (verified) {
            followUps.verified(token.followUp(), form.person(), lookedAt);
        } else {
            followUps.sentBack(token.followUp(), form.person(), lookedAt);
        }
        return "%s: %s".formatted(verified ? promise.subject(token) : "Sent back: " + promise.subject(token), lookedAt);
    }
}
