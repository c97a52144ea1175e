package dev.ensemble.library;

import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.NoticeBoard;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sees whether the month before has something to say, and was not spoken of yet. */
@Component
class ReviewMonth implements Step {

    private final MonthlyDigest digest;
    private final NoticeBoard board;
    private final WorkingHours hours;
    private final Clock clock;

    ReviewMonth(MonthlyDigest digest, NoticeBoard board, WorkingHours hours, Clock clock) {
        this.digest = digest;
        this.board = board;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public void run(Token token) {
        var month = hours.today(clock.instant()).minusMonths(1).withDayOfMonth(1);
        token.answer("anythingToSay", !digest.of(month).isEmpty() && board.reserve(MonthlyDigest.KIND, month));
    }
}
