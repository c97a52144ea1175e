package dev.ensemble.reflect;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** An hour before: where it is, and what it will be about. */
@Component
class SayMeetingSoon implements Step {

    private final MeetingReminder reminder;

    SayMeetingSoon(MeetingReminder reminder) {
        this.reminder = reminder;
    }

    @Override
    public void run(Token token) {
        reminder.say(token.incident(), "meeting-soon", Duration.ofHours(1));
    }
}
