package dev.ensemble.reflect;

import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** A working day before: whoever wants to come still can, and there is time to write down what one saw. */
@Component
class SayMeetingTomorrow implements Step {

    private final MeetingReminder reminder;
    private final WorkingHours hours;

    SayMeetingTomorrow(MeetingReminder reminder, WorkingHours hours) {
        this.reminder = reminder;
        this.hours = hours;
    }

    @Override
    public void run(Token token) {
        reminder.say(token.incident(), "meeting-tomorrow", hours::dayBefore);
    }
}
