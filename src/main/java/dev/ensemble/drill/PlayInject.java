package dev.ensemble.drill;

import dev.ensemble.incident.Injects;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What happens next in the drill is told to those who practise. */
@Component
class PlayInject implements Step {

    private final Injects injects;
    private final Say say;
    private final Timeline timeline;

    PlayInject(Injects injects, Say say, Timeline timeline) {
        this.injects = injects;
        this.say = say;
        this.timeline = timeline;
    }

    @Override
    public void run(Token token) {
        var incident = token.incident();
        injects.next(incident).ifPresent(inject -> {
            injects.played(inject.id());
            timeline.happened(incident, "playInject", "Now this happens", null, inject.text());
            say.inThread(incident, "inject", Map.of("text", inject.text()));
        });
        token.answer("moreToCome", injects.next(incident).isPresent());
    }
}
