package dev.ensemble.reflect;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Messages;
import dev.ensemble.say.Say;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Reminds of a meeting when that helps: not long after the moment for it, and not when the time was only just said. */
@Component
class MeetingReminder {

    private static final Duration LATE = Duration.ofMinutes(15);

    private final Messages messages;
    private final Meetings meetings;
    private final MeetingTime time;
    private final Agenda agenda;
    private final Say say;
    private final Clock clock;

    MeetingReminder(Messages messages, Meetings meetings, MeetingTime time, Agenda agenda, Say say, Clock clock) {
        this.messages = messages;
        this.meetings = meetings;
        this.time = time;
        this.agenda = agenda;
        this.say = say;
        this.clock = clock;
    }

    /**
     * Says it once for each time that the meeting has had.
     *
     * @param when the moment for it, by when the meeting is
     */
    void say(IncidentId incident, String words, UnaryOperator<Instant> when) {
        var meeting = meetings.of(incident).orElseThrow();
        var moment = when.apply(meeting.at());
        var version = String.valueOf(meeting.sequence());
        if (clock.instant().isAfter(moment.plus(LATE)) || messages.count(incident, words, version, Instant.EPOCH) > 0) {
            return;
        }
        say.inThread(
                incident,
                words,
                version,
                Map.of(
                        "when", time.readable(meeting.at()),
                        "minutes", meeting.minutes(),
                        "inWriting", meeting.inWriting(),
                        "tomorrow", time.isTomorrow(meeting.at()),
                        "earlier", agenda.earlier(incident)));
    }
}
