package dev.ensemble.reflect;

import dev.ensemble.incident.Meetings;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everyone when the meeting is; whoever wants to learn is welcome. */
@Component
class SayMeetingTime implements Step {

    private final Say say;
    private final Meetings meetings;
    private final MeetingTime time;

    SayMeetingTime(Say say, Meetings meetings, MeetingTime time) {
        this.say = say;
        this.meetings = meetings;
        this.time = time;
    }

    @Override
    public void run(Token token) {
        var meeting = meetings.of(token.incident()).orElseThrow();
        say.inThread(
                token.incident(),
                "meeting-time",
                Map.of("when", time.readable(meeting.at()), "minutes", meeting.minutes()));
    }
}
