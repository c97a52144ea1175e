package dev.ensemble.calendar;

import dev.ensemble.calendar.Appointment.Guest;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Meeting;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Post-incident meetings as appointments. */
@Component
public class Appointments {

    private final Incidents incidents;
    private final IncidentProperties house;
    private final String meetingUrl;

    Appointments(
            Incidents incidents, IncidentProperties house, @Value("${ensemble.say.meeting-url}") String meetingUrl) {
        this.incidents = incidents;
        this.house = house;
        this.meetingUrl = meetingUrl;
    }

    /**
     * @param text what it is about
     * @param guests who is asked to come
     */
    public Appointment of(Meeting meeting, String text, List<Guest> guests) {
        var incident = incidents.get(meeting.incident());
        return new Appointment(
                "%s-meeting@%s".formatted(incident.id(), house.baseUrl().getHost()),
                meeting.sequence(),
                meeting.changedAt() == null ? incident.reportedAt() : meeting.changedAt(),
                meeting.at(),
                meeting.end(),
                "%s%s %s: post-incident meeting"
                        .formatted(incident.id(), incident.drill() ? " (drill)" : "", incident.service()),
                text,
                meetingUrl.isBlank() ? null : URI.create(meetingUrl.strip()),
                meeting.calledOff() || meeting.inWriting(),
                guests);
    }
}
