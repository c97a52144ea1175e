package dev.ensemble.reflect;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Recurrence.State;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everyone what was understood, and what will be done about it. */
@Component
class SayWhatWeLearned implements Step {

    private final Say say;
    private final Incidents incidents;
    private final Learned learned;
    private final FollowUps followUps;
    private final Recurrences recurrences;
    private final People people;

    SayWhatWeLearned(
            Say say,
            Incidents incidents,
            Learned learned,
            FollowUps followUps,
            Recurrences recurrences,
            People people) {
        this.say = say;
        this.incidents = incidents;
        this.learned = learned;
        this.followUps = followUps;
        this.recurrences = recurrences;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        var incident = incidents.get(token.incident());
        say.inThread(
                token.incident(),
                "learned",
                Map.of(
                        "sameAs", sameAs(token),
                        "causes", learned.causes(token.incident()),
                        "lessons", learned.lessons(token.incident()),
                        "wentWell", learned.of(token.incident(), Kind.WENT_WELL),
                        "luck", learned.of(token.incident(), Kind.LUCK),
                        "followUps",
                                followUps.of(token.incident()).stream()
                                        .map(this::promise)
                                        .toList(),
                        "noneBecause", incident.noFollowUpsBecause() == null ? "" : incident.noFollowUpsBecause()));
    }

    private List<String> sameAs(Token token) {
        return recurrences.of(token.incident()).stream()
                .filter(found -> found.state() == State.CONFIRMED)
                .map(found -> found.earlier().id().toString())
                .toList();
    }

    private Map<String, String> promise(FollowUp followUp) {
        return Map.of(
                "action", followUp.action(),
                "owner", people.name(followUp.owner()),
                "due", followUp.due().toString());
    }
}
