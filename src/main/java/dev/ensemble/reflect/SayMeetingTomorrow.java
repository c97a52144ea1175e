package dev.ensemble.reflect;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A day before: whoever wants to come still can, and there is time to write down what one saw. */
@Component
class SayMeetingTomorrow implements Step {

    private final MeetingReminder reminder;

    SayMeetingTomorrow(MeetingReminder reminder) {
        this.reminder = reminder;
    }

    @Override
    public void run(Token token) {
        reminder.say(token.incident(), "meeting-tomorrow", Duration.ofDays(1));
    }
}
