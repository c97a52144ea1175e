package dev.ensemble.library;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.NoticeBoard;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Says in Slack what the month before taught. When the next has one of its own, nobody needs it. */
@Component
class SayMonthlyDigest implements Step {

    private final MonthlyDigest digest;
    private final NoticeBoard board;

    SayMonthlyDigest(MonthlyDigest digest, NoticeBoard board) {
        this.digest = digest;
        this.board = board;
    }

    @Override
    public void run(Token token) {
        board.say(MonthlyDigest.KIND, Period.ofMonths(2), digest::of);
    }
}
