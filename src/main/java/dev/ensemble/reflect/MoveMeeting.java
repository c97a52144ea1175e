package dev.ensemble.reflect;

import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.People;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The meeting is moved, or begins now. */
@Component
class MoveMeeting implements Answer {

    private static final int LONGEST_USER_ID = 64;

    private final Meetings meetings;
    private final MeetingTime time;
    private final People people;

    MoveMeeting(Meetings meetings, MeetingTime time, People people) {
        this.meetings = meetings;
        this.time = time;
        this.people = people;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var meeting = meetings.of(token.incident()).orElseThrow();
        return Map.of(
                "meetingTimeNow",
                meeting.inWriting()
                        ? "in writing, until " + time.readable(meeting.at())
                        : "%s, %d minutes".formatted(time.readable(meeting.at()), meeting.minutes()),
                "people",
                people.responders().stream()
                        .map(person -> Map.of("label", person.name(), "value", person.id()))
                        .toList());
    }

    @Override
    public String given(Token token, Form form) {
        var what = form.choice("what", List.of("move", "in-writing", "invite", "begin-now"));
        token.answer("beginNow", what.equals("begin-now"));
        return switch (what) {
            case "begin-now" -> "Begins now";
            case "invite" -> invited(token, form);
            default -> moved(token, form, what.equals("in-writing"));
        };
    }

    private String moved(Token token, Form form, boolean inWriting) {
        var at = time.entered(form, "newDate", "newTime");
        meetings.schedule(
                token.incident(),
                at,
                meetings.of(token.incident()).orElseThrow().minutes(),
                inWriting);
        return (inWriting ? "In writing, until " : "To ") + time.readable(at);
    }

    private String invited(Token token, Form form) {
        var person = form.required("invited", LONGEST_USER_ID, "Say who is to be invited.");
        if (!person.isEmpty() && !people.know(person)) {
            form.refuse("invited", "Nobody here has this user id. Give one that can log in.");
        }
        form.check();
        meetings.invite(token.incident(), person);
        return "Invited: " + people.name(person);
    }
}
