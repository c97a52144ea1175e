package dev.ensemble.followup;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.WeeklyDigest;
import dev.ensemble.say.NoticeBoard;
import org.springframework.stereotype.Component;

/** Sees whether anything is late; where nothing is, this week has its answer. */
@Component
class GatherLateFollowUps implements Step {

    private final LateFollowUps late;
    private final WeeklyDigest digest;
    private final NoticeBoard board;

    GatherLateFollowUps(LateFollowUps late, WeeklyDigest digest, NoticeBoard board) {
        this.late = late;
        this.digest = digest;
        this.board = board;
    }

    @Override
    public void run(Token token) {
        var week = digest.week();
        if (late.words(token).isEmpty()) {
            board.leaveOut(WeeklyDigest.KIND, week);
            token.answer("anyLate", false);
        } else {
            token.answer("anyLate", board.reserve(WeeklyDigest.KIND, week));
        }
    }
}
