package dev.ensemble.reflect;

import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Messages;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everyone when the meeting is; whoever wants to learn is welcome. */
@Component
class SayMeetingTime implements Step {

    private static final String WORDS = "meeting-time";

    private final Say say;
    private final Messages messages;
    private final Meetings meetings;
    private final MeetingTime time;

    SayMeetingTime(Say say, Messages messages, Meetings meetings, MeetingTime time) {
        this.say = say;
        this.messages = messages;
        this.meetings = meetings;
        this.time = time;
    }

    /** Somebody more is invited: the time was said already. */
    @Override
    public void run(Token token) {
        var meeting = meetings.of(token.incident()).orElseThrow();
        var version = String.valueOf(meeting.sequence());
        if (messages.count(token.incident(), WORDS, version, Instant.EPOCH) > 0) {
            return;
        }
        say.inThread(
                token.incident(),
                WORDS,
                version,
                Map.of(
                        "when",
                        time.readable(meeting.at()),
                        "minutes",
                        meeting.minutes(),
                        "inWriting",
                        meeting.inWriting()));
    }
}
