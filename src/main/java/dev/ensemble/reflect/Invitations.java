package dev.ensemble.reflect;

import dev.ensemble.calendar.Appointment.Guest;
import dev.ensemble.calendar.Appointments;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Member;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenures;
import dev.ensemble.say.Say;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose calendars have the meeting, and what they are still to be told. */
@Component
class Invitations {

    private final Meetings meetings;
    private final Tenures tenures;
    private final Members members;
    private final Appointments appointments;
    private final MeetingTime time;
    private final Agenda agenda;
    private final People people;
    private final Say say;

    Invitations(
            Meetings meetings,
            Tenures tenures,
            Members members,
            Appointments appointments,
            MeetingTime time,
            Agenda agenda,
            People people,
            Say say) {
        this.meetings = meetings;
        this.tenures = tenures;
        this.members = members;
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
                .filter(person -> told.containsKey(person) ? told.get(person) < meeting.sequence() : takesPlace)
                .forEach(person -> people.mail(person).ifPresent(mail -> send(meeting, person, mail)));
    }

    private Stream<String> everybody(IncidentId incident) {
        return Stream.of(
                        tenures.everybody(incident),
                        members.all(incident).stream().map(Member::person).toList(),
                        meetings.guests(incident))
                .flatMap(List::stream);
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
                        "moved", meetings.invited(meeting.incident()).containsKey(person),
                        "agenda", text));
        meetings.told(meeting, person);
    }
}
