package dev.ensemble.alerts;

import dev.ensemble.incident.TriageNotices;
import dev.ensemble.incident.Triages;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.TriageProcess;
import dev.ensemble.say.NoticeBoard;
import dev.ensemble.say.NoticeBoard.Line;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says again that somebody has to look, unless somebody has taken it on, or it was said often enough. */
@Component
class SayTriageAgain implements Step {

    private final Triages triages;
    private final TriageNotices notices;
    private final TriageProcess process;
    private final TriageWords words;
    private final NoticeBoard board;

    SayTriageAgain(
            Triages triages, TriageNotices notices, TriageProcess process, TriageWords words, NoticeBoard board) {
        this.triages = triages;
        this.notices = notices;
        this.process = process;
        this.words = words;
        this.board = board;
    }

    @Override
    public void run(Token token) {
        var triage = triages.get(token.triage());
        if (triage.restricted()
                || !triage.isOpen()
                || triage.askedAgain() >= triage.askAtMost()
                || process.isTaken(triage.id())) {
            return;
        }
        // The mark of this time, whichever try it is; looked for each time, since nothing says when it was first sent.
        var mark = UUID.nameUUIDFromBytes(
                "%s %d".formatted(triage.mark(), triage.askedAgain()).getBytes(StandardCharsets.UTF_8));
        board.say(new Line("triage-again", words.of(triage), null, mark, triage.openedAt()), () -> {});
        notices.saidAgain(triage.id());
    }
}
