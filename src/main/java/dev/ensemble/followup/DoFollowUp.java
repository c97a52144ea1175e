package dev.ensemble.followup;

import dev.ensemble.incident.DueDays;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.Answer;
import dev.ensemble.process.FollowUpProcess;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The owner shows what was done, needs more time, names somebody else, or says why we choose not to. */
@Component
class DoFollowUp implements Answer {

    private static final String DONE = "done";
    private static final String MORE_TIME = "more-time";
    private static final String HAND_ON = "hand-on";

    private final FollowUps followUps;
    private final FollowUpProcess process;
    private final Promise promise;
    private final NewOwner newOwner;
    private final DueDays dueDays;

    DoFollowUp(FollowUps followUps, FollowUpProcess process, Promise promise, NewOwner newOwner, DueDays dueDays) {
        this.followUps = followUps;
        this.process = process;
        this.promise = promise;
        this.newOwner = newOwner;
        this.dueDays = dueDays;
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
        var outcome = form.choice("outcome", List.of(DONE, MORE_TIME, HAND_ON, "let-go"));
        token.answer("done", outcome.equals(DONE));
        token.answer("moreTime", outcome.equals(MORE_TIME));
        token.answer("handedOn", outcome.equals(HAND_ON));
        return switch (outcome) {
            case DONE -> done(token, form);
            case MORE_TIME -> moreTime(token, form);
            case HAND_ON -> "%s: %s".formatted(promise.subject(token), newOwner.asked(token, form));
            default -> letGo(token, form);
        };
    }

    private String done(Token token, Form form) {
        var evidence = form.required("evidence", 4000, "Give a link or say what can be seen now, for who verifies it.");
        form.check();
        followUps.done(token.followUp(), form.person(), evidence);
        return "%s: %s".formatted(promise.subject(token), evidence);
    }

    /** The move writes its own line. */
    private String moreTime(Token token, Form form) {
        var due = form.date("newDue");
        var reason = form.required("moveReason", 2000, "Say why it takes longer, so that others can help.");
        if (!due.equals(LocalDate.MAX)) {
            dueDays.fault(due).ifPresent(fault -> form.refuse("newDue", fault));
        }
        if (due.equals(followUps.get(token.followUp()).due())) {
            form.refuse("newDue", "It is due on that day already.");
        }
        form.check();
        process.dueMoved(token.followUp(), due, reason);
        return null;
    }

    private String letGo(Token token, Form form) {
        var reason = form.required("letGoReason", 2000, "Say why we choose not to; that is a fair end of it.");
        form.check();
        followUps.letGo(token.followUp(), form.person(), reason);
        return "Let go: %s, because %s".formatted(promise.subject(token), reason);
    }
}
