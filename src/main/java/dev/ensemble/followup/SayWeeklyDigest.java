package dev.ensemble.followup;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.WeeklyDigest;
import dev.ensemble.say.NoticeBoard;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Says in Slack what is late now. When the next week has one of its own, nobody needs it. */
@Component
class SayWeeklyDigest implements Step {

    private final LateFollowUps late;
    private final NoticeBoard board;

    SayWeeklyDigest(LateFollowUps late, NoticeBoard board) {
        this.late = late;
        this.board = board;
    }

    @Override
    public void run(Token token) {
        board.say(WeeklyDigest.KIND, Period.ofWeeks(1), week -> late.words(token));
    }
}
