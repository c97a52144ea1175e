package dev.ensemble.reflect;

import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** It broke again before the meeting: it is called off, and everyone who was asked to come hears it. */
@Component
class CallOffMeeting implements Step {

    private final Meetings meetings;
    private final MeetingTime time;
    private final Invitations invitations;
    private final Say say;

    CallOffMeeting(Meetings meetings, MeetingTime time, Invitations invitations, Say say) {
        this.meetings = meetings;
        this.time = time;
        this.invitations = invitations;
        this.say = say;
    }

    @Override
    public void run(Token token) {
        meetings.of(token.incident())
                .filter(meeting -> meeting.heldAt() == null && !meeting.calledOff())
                .ifPresent(meeting -> calledOff(token, meeting));
    }

    private void calledOff(Token token, Meeting meeting) {
        meetings.calledOff(token.incident());
        invitations.send(token.incident());
        say.inThread(token.incident(), "meeting-called-off", Map.of("when", time.readable(meeting.at())));
    }
}
