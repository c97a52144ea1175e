package dev.ensemble.followup;

import dev.ensemble.incident.Ending;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.People;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every follow-up has ended: the incident closes, and what was learned is said, unless it just was. */
@Component
class CloseIncident implements Step {

    private final Incidents incidents;
    private final Ending ending;
    private final Say say;
    private final Learned learned;
    private final FollowUps followUps;
    private final People people;
    private final IncidentProcess process;

    CloseIncident(
            Incidents incidents,
            Ending ending,
            Say say,
            Learned learned,
            FollowUps followUps,
            People people,
            IncidentProcess process) {
        this.incidents = incidents;
        this.ending = ending;
        this.say = say;
        this.learned = learned;
        this.followUps = followUps;
        this.people = people;
        this.process = process;
    }

    @Override
    public void run(Token token) {
        ending.closed(token.incident());
        process.over(token.incident());
        var noneBecause = incidents.get(token.incident()).noFollowUpsBecause();
        if (noneBecause != null && followUps.of(token.incident()).isEmpty()) {
            say.inThread(token.incident(), "closed-without-follow-ups", Map.of("noneBecause", noneBecause));
            return;
        }
        say.inThread(
                token.incident(),
                "closed",
                Map.of(
                        "causes", learned.causes(token.incident()),
                        "lessons", learned.lessons(token.incident()),
                        "followUps",
                                followUps.of(token.incident()).stream()
                                        .map(this::end)
                                        .toList()));
    }

    private Map<String, String> end(FollowUp followUp) {
        return Map.of(
                "action", followUp.action(),
                "owner", people.name(followUp.owner()),
                "ended",
                        switch (followUp.state()) {
                            case ENDED -> "done";
                            case DID_NOT_HOLD ->
                                followUp.didNotHoldIn() == null
                                        ? "did not hold"
                                        : "did not hold, see " + followUp.didNotHoldIn();
                            case LET_GO -> "let go";
                            default -> followUp.state().toString();
                        });
    }
}
