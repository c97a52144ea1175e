package dev.ensemble.library;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.NoticeBoard;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Says in Slack what was learned on this day of former years. Tomorrow nobody wants to hear it. */
@Component
class SayTodayAYearAgo implements Step {

    private final TodayAYearAgo memory;
    private final NoticeBoard board;

    SayTodayAYearAgo(TodayAYearAgo memory, NoticeBoard board) {
        this.memory = memory;
        this.board = board;
    }

    @Override
    public void run(Token token) {
        board.say(TodayAYearAgo.KIND, Period.ofDays(1), memory::on);
    }
}
