package dev.ensemble.remind;

import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** In working hours: who is to be reminded now, and of what; all that is due for somebody goes into one message. */
@Component
class GatherReminders implements Step {

    private final Gathering gathering;
    private final Reminders reminders;
    private final WorkingHours hours;
    private final Clock clock;

    GatherReminders(Gathering gathering, Reminders reminders, WorkingHours hours, Clock clock) {
        this.gathering = gathering;
        this.reminders = reminders;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public void run(Token token) {
        var now = clock.instant();
        if (hours.isWorkTime(now)) {
            gathering.gather(token.round(), now);
        }
        token.answer("anybodyToRemind", !reminders.nudges(token.round()).isEmpty());
    }
}
