package dev.ensemble.alerts;

import dev.ensemble.incident.Triage;
import dev.ensemble.incident.TriageNotices;
import dev.ensemble.incident.Triages;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.NoticeBoard;
import dev.ensemble.say.NoticeBoard.Line;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says in Slack that somebody has to look; of what is restricted, nothing. Where many come at once, all but the first few
 * stand in the thread of the first, so that the channel stays readable.
 */
@Component
class SayTriage implements Step {

    private final Triages triages;
    private final TriageNotices notices;
    private final TriageWords words;
    private final NoticeBoard board;
    private final AlertProperties settings;

    SayTriage(Triages triages, TriageNotices notices, TriageWords words, NoticeBoard board, AlertProperties settings) {
        this.triages = triages;
        this.notices = notices;
        this.words = words;
        this.board = board;
        this.settings = settings;
    }

    @Override
    public void run(Token token) {
        var triage = triages.get(token.triage());
        if (triage.restricted() || !triage.isOpen()) {
            return;
        }
        var stamp = board.say(
                new Line("triage", words.of(triage), thread(triage), triage.mark(), triage.firstTriedAt()),
                () -> notices.trying(triage.id()));
        notices.said(triage.id(), stamp);
    }

    /** @return {@code null} for the channel */
    private String thread(Triage triage) {
        var before = triages.opened(triage.openedAt().minus(settings.stormWithin()), triage.openedAt()).stream()
                .filter(earlier -> !earlier.id().equals(triage.id()))
                .toList();
        return before.size() < settings.stormFrom()
                ? null
                : before.stream()
                        .flatMap(earlier -> Optional.ofNullable(earlier.stamp()).stream())
                        .findFirst()
                        .orElse(null);
    }
}
