package dev.ensemble.library;

import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.NoticeBoard;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sees whether something that was learned on this day of former years is worth saying, and was not said yet. */
@Component
class LookAYearBack implements Step {

    private final TodayAYearAgo memory;
    private final NoticeBoard board;
    private final WorkingHours hours;
    private final Clock clock;

    LookAYearBack(TodayAYearAgo memory, NoticeBoard board, WorkingHours hours, Clock clock) {
        this.memory = memory;
        this.board = board;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public void run(Token token) {
        var today = hours.today(clock.instant());
        token.answer("worthSaying", !memory.on(today).isEmpty() && board.reserve(TodayAYearAgo.KIND, today));
    }
}
