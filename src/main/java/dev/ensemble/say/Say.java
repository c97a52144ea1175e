package dev.ensemble.say;

import dev.ensemble.calendar.Appointment;
import dev.ensemble.calendar.ICalendar;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentMoved;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Insiders;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Sending;
import dev.ensemble.incident.Way;
import dev.ensemble.mail.Mail;
import dev.ensemble.process.IncidentProcess;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How a stage says something: it is written down in the transaction at hand, and said outside when that has ended. */
@Component
public class Say {

    private static final String RESTRICTED = "restricted";
    private static final String LET_IN = "let-in";

    private final Messages messages;
    private final Sending sending;
    private final IncidentProcess process;
    private final Incidents incidents;
    private final Announcement announcement;
    private final Words words;
    private final Mail mail;
    private final Insiders insiders;
    private final People people;

    Say(
            Messages messages,
            Sending sending,
            IncidentProcess process,
            Incidents incidents,
            Announcement announcement,
            Words words,
            Mail mail,
            Insiders insiders,
            People people) {
        this.messages = messages;
        this.sending = sending;
        this.process = process;
        this.incidents = incidents;
        this.announcement = announcement;
        this.words = words;
        this.mail = mail;
        this.insiders = insiders;
        this.people = people;
    }

    /** The incident is announced, as it stands when the announcement goes out. */
    public void announce(IncidentId incident) {
        put(incident, Kind.ANNOUNCEMENT, "announcement", null, null);
    }

    /**
     * People who follow the incident read it in the announcement's thread.
     *
     * @param name of the words under {@code bpmn/messages}
     * @param about what the words name besides the incident
     */
    public void inThread(IncidentId incident, String name, Map<String, ?> about) {
        inThread(incident, name, null, about);
    }

    /**
     * The same, about one role or follow-up.
     *
     * @param subject the role's key, or the follow-up's id
     */
    public void inThread(IncidentId incident, String name, String subject, Map<String, ?> about) {
        put(incident, Kind.REPLY, name, subject, text(incident, name, about));
    }

    /**
     * Somebody is reminded of what can wait, in the announcement's thread.
     *
     * @param subject as above; {@code null} for the incident
     * @return the id of the message
     */
    public long reminder(IncidentId incident, String name, String subject, Map<String, ?> about) {
        return put(incident, Kind.REMINDER, name, subject, text(incident, name, about));
    }

    /**
     * Somebody is reminded of what can wait in several incidents, in their channel; the first of them sees to it.
     *
     * @return the id of the message
     */
    public long roundUp(IncidentId first, String name, Map<String, ?> about) {
        return put(first, Kind.ROUND_UP, name, null, text(first, name, about));
    }

    /**
     * People outside are told what somebody wrote for them. What is for a page goes to a person, in the diagram.
     *
     * @return the message's id
     */
    public long outside(OutsideUpdate update, String subject) {
        var audience = update.audience();
        var message = messages.add(
                update.incident(),
                audience,
                audience.way() == Way.MAIL ? subject : null,
                "outside-" + update.word(),
                update.text());
        if (audience.way() == Way.STATUS_PAGE) {
            sending.handedOver(message, update.text());
        } else {
            process.somethingToSay(update.incident(), message);
        }
        return message;
    }

    /**
     * Somebody is asked by mail to come to the meeting, or told that it is not held.
     *
     * @param person user id
     * @param address their mail
     * @param about what the words name besides the incident
     */
    public void invite(
            IncidentId incident, String person, String address, Appointment appointment, Map<String, ?> about) {
        var model = announcement.about(incidents.get(incident));
        model.putAll(about);
        model.put("calledOff", appointment.calledOff());
        process.somethingToSay(
                incident,
                messages.add(
                        incident,
                        person,
                        address,
                        words.plain("invitation-subject", model),
                        "invitation",
                        words.plain("invitation", model),
                        ICalendar.invitation(appointment, mail.sender())));
    }

    /**
     * What the announcement shows has changed: it is edited in place, unless it has not gone out since the last change. It may
     * concern somebody whom it did not concern before.
     */
    @EventListener
    void incidentMoved(IncidentMoved moved) {
        var announced = messages.announcement(moved.incident()).isPresent();
        if (announced && !messages.willShowNow(moved.incident())) {
            put(moved.incident(), Kind.EDIT, "announcement", null, null);
        }
        if (announced && incidents.get(moved.incident()).restricted()) {
            letIn(moved.incident());
        }
    }

    /** What everybody could read becomes a line that tells nothing. */
    void takeBack(IncidentId incident, Message said, IncidentId part) {
        var text = words.slack(RESTRICTED, Map.of("number", part.toString()));
        process.somethingToSay(incident, messages.takeBack(incident, said, RESTRICTED, text));
    }

    /**
     * The announcement of another incident names one that is restricted now: it is written anew without it. Where that other is
     * over, nobody else would do so.
     */
    void announceWithout(IncidentId restricted, Message other) {
        if (!incidents.get(other.incident()).isOver()) {
            incidentMoved(new IncidentMoved(other.incident()));
        } else if (other.stamp() != null) {
            var text = announcement.of(other.incident(), List.of());
            process.somethingToSay(restricted, messages.takeBack(restricted, other, "announcement", text));
        }
    }

    /** What stands in the record where something named an incident that only few may know of. */
    String withheld() {
        return words.plain("withheld", Map.of());
    }

    /** Whoever may see a restricted incident, and has not been let in yet, is let into its channel. */
    void letIn(IncidentId incident) {
        var letIn = messages.of(incident).stream()
                .filter(message -> message.kind() == Kind.LETTING_IN)
                .map(Message::about)
                .toList();
        insiders.of(incident).stream()
                .filter(person -> !letIn.contains(person))
                .forEach(person -> put(
                        incident,
                        Kind.LETTING_IN,
                        LET_IN,
                        person,
                        words.slack(LET_IN, Map.of("number", incident.toString(), "person", people.name(person)))));
    }

    private String text(IncidentId incident, String name, Map<String, ?> about) {
        var known = incidents.get(incident);
        var model = announcement.about(known);
        model.putAll(about);
        return announcement.marked(known, words.slack(name, model));
    }

    private long put(IncidentId incident, Kind kind, String name, String subject, String text) {
        var message = messages.add(incident, kind, name, subject, text);
        process.somethingToSay(incident, message);
        return message;
    }
}
