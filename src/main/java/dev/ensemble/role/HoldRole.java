package dev.ensemble.role;

import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The holder gives the role up; while they hold it, the task stands. */
@Component
class HoldRole implements Answer {

    private final Tenures tenures;
    private final Duty duty;

    HoldRole(Tenures tenures, Duty duty) {
        this.tenures = tenures;
        this.duty = duty;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return duty.of(token.role());
    }

    @Override
    public String subject(Token token) {
        return token.role().label();
    }

    @Override
    public String given(Token token, Form form) {
        var reason = form.text("giveUpReason", 500);
        if (!form.isTicked("giveUp")) {
            form.refuse("giveUp", "Tick it to give the role up. While you hold the role, leave this task open.");
        }
        form.check();
        tenures.end(token.incident(), token.role(), reason.isEmpty() ? null : reason);
        return token.role().label() + (reason.isEmpty() ? "" : ": " + reason);
    }
}
