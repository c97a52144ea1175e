package dev.ensemble.role;

import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.NotAllowed;
import dev.ensemble.process.TakingOver;
import dev.ensemble.process.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The holder offers the role to somebody or gives it up, or the moderator takes it over; while it is held, the task stands. */
@Component
class HoldRole implements Answer {

    private static final int LONGEST_USER_ID = 64;

    private final Tenures tenures;
    private final HandOvers handOvers;
    private final People people;
    private final Duty duty;
    private final Briefing briefing;
    private final TakingOver takingOver;

    HoldRole(Tenures tenures, HandOvers handOvers, People people, Duty duty, Briefing briefing, TakingOver takingOver) {
        this.tenures = tenures;
        this.handOvers = handOvers;
        this.people = people;
        this.duty = duty;
        this.briefing = briefing;
        this.takingOver = takingOver;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var shown = new HashMap<>(duty.of(token.role()));
        shown.put("people", othersThan(holder(token)));
        return shown;
    }

    @Override
    public Map<String, String> opened(Token token) {
        return Map.of("briefing", briefing.of(token));
    }

    @Override
    public String subject(Token token) {
        return token.role().label();
    }

    @Override
    public String given(Token token, Form form) {
        var takesOver = form.isTicked("takeOver");
        token.answer("takenOver", takesOver);
        return takesOver ? takenOver(token, form) : handedOn(token, form);
    }

    private String takenOver(Token token, Form form) {
        if (form.isTicked("giveUp") || !form.text("offerTo", LONGEST_USER_ID).isEmpty()) {
            form.refuse("takeOver", "Take the role over, give it up or offer it to somebody: one of them.");
        }
        form.check();
        token.answer("offered", false);
        try {
            takingOver.inTask(token, form.text("takeOverReason", HandOver.LONGEST_BRIEFING));
        } catch (NotAllowed e) {
            throw new Refused("takeOver", e.getMessage());
        } catch (Refused e) {
            throw new Refused("takeOverReason", e.faults().get(0).message());
        }
        return null;
    }

    private String handedOn(Token token, Form form) {
        var givesUp = form.isTicked("giveUp");
        var to = form.text("offerTo", LONGEST_USER_ID);
        if (!givesUp && to.isEmpty()) {
            form.refuse(
                    "giveUp",
                    "Tick it to give the role up, or say to whom you offer it. While you hold the role, leave this task open.");
        }
        if (givesUp && !to.isEmpty()) {
            form.refuse("giveUp", "Give the role up or offer it to somebody, not both.");
        }
        token.answer("offered", !givesUp);
        return givesUp ? givenUp(token, form) : offered(token, form, to);
    }

    private String givenUp(Token token, Form form) {
        var reason = form.text("giveUpReason", 500);
        form.check();
        tenures.end(token.incident(), token.role(), reason.isEmpty() ? null : reason);
        return token.role().label() + (reason.isEmpty() ? "" : ": " + reason);
    }

    private String offered(Token token, Form form, String to) {
        var holder = holder(token);
        var words = form.text("briefing", HandOver.LONGEST_BRIEFING);
        if (to.equals(holder)) {
            form.refuse("offerTo", "%s holds the role already. Offer it to another.".formatted(people.name(holder)));
        } else if (!to.isEmpty() && !people.know(to)) {
            form.refuse("offerTo", "Nobody here has this user id. Give one that can log in.");
        } else if (!to.isEmpty() && !people.mayRespond(to)) {
            form.refuse(
                    "offerTo",
                    "%s is not in the group responders; an administrator can add them.".formatted(people.name(to)));
        }
        checkPerson(token, form, holder);
        form.check();
        handOvers.offer(token.incident(), token.role(), holder, to, words.isEmpty() ? briefing.of(token) : words);
        return "%s: offered to %s".formatted(token.role().label(), people.name(to));
    }

    /** The only way a role changes is by those concerned. */
    private void checkPerson(Token token, Form form, String holder) {
        var isModerator = tenures.isHeldBy(token.incident(), Role.MODERATOR, form.person());
        if (!holder.equals(form.person()) && !isModerator) {
            form.refuse(
                    "person",
                    "%s holds this role. Only they can offer it, or the moderator for them."
                            .formatted(people.name(holder)));
        }
    }

    private String holder(Token token) {
        return tenures.holder(token.incident(), token.role()).orElseThrow();
    }

    private List<Map<String, String>> othersThan(String holder) {
        return people.responders().stream()
                .filter(person -> !person.id().equals(holder))
                .map(person -> Map.of("label", person.name(), "value", person.id()))
                .toList();
    }
}
