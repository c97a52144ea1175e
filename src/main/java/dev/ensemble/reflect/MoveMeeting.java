package dev.ensemble.reflect;

import dev.ensemble.incident.Meetings;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The meeting is moved, or begins now. */
@Component
class MoveMeeting implements Answer {

    private final Meetings meetings;
    private final MeetingTime time;

    MoveMeeting(Meetings meetings, MeetingTime time) {
        this.meetings = meetings;
        this.time = time;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var meeting = meetings.of(token.incident()).orElseThrow();
        return Map.of("meetingTimeNow", "%s, %d minutes".formatted(time.readable(meeting.at()), meeting.minutes()));
    }

    @Override
    public String given(Token token, Form form) {
        var now = form.choice("what", List.of("move", "begin-now")).equals("begin-now");
        token.answer("beginNow", now);
        if (now) {
            return "Begins now";
        }
        var at = time.entered(form, "newDate", "newTime");
        meetings.schedule(
                token.incident(),
                at,
                meetings.of(token.incident()).orElseThrow().minutes());
        return "To " + time.readable(at);
    }
}
