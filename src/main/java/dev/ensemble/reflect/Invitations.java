package dev.ensemble.reflect;

import dev.ensemble.calendar.Appointment.Guest;
import dev.ensemble.calendar.Appointments;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Insiders;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Participants;
import dev.ensemble.incident.People;
import dev.ensemble.say.Say;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose calendars have the meeting, and what they are still to be told. */
@Component
class Invitations {

    private final Meetings meetings;
    private final Participants participants;
    private final Insiders insiders;
    private final Appointments appointments;
    private final MeetingTime time;
    private final Agenda agenda;
    private final People people;
    private final Say say;

    Invitations(
            Meetings meetings,
            Participants participants,
            Insiders insiders,
            Appointments appointments,
            MeetingTime time,
            Agenda agenda,
            People people,
            Say say) {
        this.meetings = meetings;
        this.participants = participants;
        this.insiders = insiders;
        this.appointments = appointments;
        this.time = time;
        this.agenda = agenda;
        this.people = people;
        this.say = say;
    }

    /** Each who has not been told of the meeting as it is now; whoever has nothing to take back hears nothing of its end. */
    void send(IncidentId incident) {
        var meeting = meetings.of(incident).orElseThrow();
        var told = meetings.invited(incident);
        var takesPlace = !meeting.calledOff() && !meeting.inWriting();
        Stream.concat(everybody(incident), told.keySet().stream())
                .distinct()
                // A guest may have been asked before few could know of it.
                .filter(person -> insiders.mayKnow(incident, person))
                .filter(person -> told.containsKey(person) ? told.get(person) < meeting.sequence() : takesPlace)
                .forEach(person -> people.mail(person).ifPresent(mail -> send(meeting, person, mail)));
    }

    private Stream<String> everybody(IncidentId incident) {
        return Stream.of(participants.of(incident), meetings.guests(incident)).flatMap(List::stream);
    }

    private void send(Meeting meeting, String person, String mail) {
        var text = agenda.plain(meeting.incident());
        var guest = new Guest(people.name(person), mail);
        say.invite(
                meeting.incident(),
                person,
                mail,
                appointments.of(meeting, text, List.of(guest)),
                Map.of(
                        "person", guest.name(),
                        "when", time.readable(meeting.at()),
                        "minutes", meeting.minutes(),
                        "inWriting", meeting.inWriting(),
                        "moved", meetings.invited(meeting.incident()).containsKey(person),
                        "agenda", text));
        meetings.told(meeting, person);
    }
}
