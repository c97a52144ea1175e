package dev.ensemble.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes appointments so that calendars take them. Times are in UTC; every calendar shows them in its own zone. */
public final class ICalendar {

    private static final String PRODUCT = "-//Ensemble//Post-incident meetings//EN";

    private ICalendar() {}

    /**
     * Asks people to come, or to come at another time; one that is called off is taken out of their calendars.
     *
     * @param organizer the address that asks
     */
    public static String invitation(Appointment appointment, String organizer) {
        var calendar = calendar(appointment.calledOff() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        var event = event(appointment);
        event.add(new Organizer(mailto(organizer)));
        appointment.guests().forEach(guest -> event.add(attendee(guest)));
        calendar.add(event);
        return text(calendar);
    }

    /** Appointments that a calendar looks up by itself, now and then. */
    public static String feed(String name, List<Appointment> appointments) {
        var calendar = calendar(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        appointments.forEach(appointment -> calendar.add(event(appointment)));
        return text(calendar);
    }

    private static Calendar calendar(Method method) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        return calendar;
    }

    private static VEvent event(Appointment appointment) {
        var event = new VEvent(appointment.begin(), appointment.end(), appointment.title());
        event.replace(new DtStamp(appointment.changedAt()));
        event.add(new Uid(appointment.uid()));
        event.add(new Sequence(appointment.sequence()));
        event.add(appointment.calledOff() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Description(appointment.text()));
        if (appointment.place() != null) {
            event.add(new Location(appointment.place().toString()));
            event.add(new Url(appointment.place()));
        }
        return event;
    }

    private static Attendee attendee(Appointment.Guest guest) {
        var attendee = new Attendee(mailto(guest.mail()));
        attendee.add(new Cn(guest.name().replace("\"", "'")));
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.TRUE);
        return attendee;
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"%s\" is no address to write to.".formatted(address), e);
        }
    }

    /** A feed may be empty, though the standard does not foresee it; everything else is checked. */
    private static String text(Calendar calendar) {
        var isChecked = !calendar.getComponents().isEmpty();
        var text = new StringWriter();
        try {
            new CalendarOutputter(isChecked).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
