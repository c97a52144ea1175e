package dev.ensemble.reflect;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Meetings;
import dev.ensemble.say.Say;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds of a meeting when that helps: not long after the moment for it, and not when the time was only just said. */
@Component
class MeetingReminder {

    private static final Duration LATE = Duration.ofMinutes(15);

    private final Meetings meetings;
    private final MeetingTime time;
    private final Agenda agenda;
    private final Say say;
    private final Clock clock;

    MeetingReminder(Meetings meetings, MeetingTime time, Agenda agenda, Say say, Clock clock) {
        this.meetings = meetings;
        this.time = time;
        this.agenda = agenda;
        this.say = say;
        this.clock = clock;
    }

    /** @param before how long before the meeting it is meant to be said */
    void say(IncidentId incident, String words, Duration before) {
        var meeting = meetings.of(incident).orElseThrow();
        if (clock.instant().isAfter(meeting.at().minus(before).plus(LATE))) {
            return;
        }
        say.inThread(
                incident,
                words,
                Map.of(
                        "when", time.readable(meeting.at()),
                        "minutes", meeting.minutes(),
                        "inWriting", meeting.inWriting(),
                        "earlier", agenda.earlier(incident)));
    }
}
