package dev.ensemble.followup;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The owner takes the follow-up on, names somebody else, or says why not. */
@Component
class AcceptFollowUp implements Answer {

    private static final String ACCEPT = "accept";
    private static final String HAND_ON = "hand-on";

    private final FollowUps followUps;
    private final Promise promise;
    private final NewOwner newOwner;

    AcceptFollowUp(FollowUps followUps, Promise promise, NewOwner newOwner) {
        this.followUps = followUps;
        this.promise = promise;
        this.newOwner = newOwner;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("followUpText", promise.text(token), "people", newOwner.choice(token));
    }

    @Override
    public String subject(Token token) {
        return promise.subject(token);
    }

    @Override
    public String given(Token token, Form form) {
        var decision = form.choice("decision", List.of(ACCEPT, HAND_ON, "decline"));
        token.answer("accepted", decision.equals(ACCEPT));
        token.answer("handedOn", decision.equals(HAND_ON));
        token.answer("verified", false);
        return switch (decision) {
            case ACCEPT -> accepted(token, form);
            case HAND_ON -> "%s: %s".formatted(promise.subject(token), newOwner.asked(token, form));
            default -> declined(token, form);
        };
    }

    private String accepted(Token token, Form form) {
        form.check();
        followUps.accepted(token.followUp(), form.person());
        return promise.subject(token);
    }

    private String declined(Token token, Form form) {
        var reason = form.required("declineReason", 2000, "Say why not; that is a fair end of it.");
        form.check();
        followUps.declined(token.followUp(), form.person(), reason);
        return "Declined: %s, because %s".formatted(promise.subject(token), reason);
    }
}
