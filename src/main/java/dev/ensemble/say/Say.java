package dev.ensemble.say;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentMoved;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Notices;
import dev.ensemble.process.IncidentProcess;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How a stage says something: it is written down in the transaction at hand, and said outside when that has ended. */
@Component
public class Say {

    private final Messages messages;
    private final IncidentProcess process;
    private final Incidents incidents;
    private final Announcement announcement;
    private final Words words;
    private final Notices notices;
    private final IncidentProperties house;

    Say(
            Messages messages,
            IncidentProcess process,
            Incidents incidents,
            Announcement announcement,
            Words words,
            Notices notices,
            IncidentProperties house) {
        this.messages = messages;
        this.process = process;
        this.incidents = incidents;
        this.announcement = announcement;
        this.words = words;
        this.notices = notices;
        this.house = house;
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
        var known = incidents.get(incident);
        var model = announcement.about(known);
        model.putAll(about);
        put(incident, Kind.REPLY, name, subject, announcement.marked(known, words.slack(name, model)));
    }

    /**
     * Everybody will read it in the incident channel; it belongs to no incident.
     *
     * @return its id, by which a step says it
     */
    public long notice(String name, Map<String, ?> about) {
        var model = new HashMap<String, Object>(about);
        model.put("tasklist", house.tasklist());
        return notices.add(name, words.slack(name, model));
    }

    /** The same, where there is nothing to say this time. */
    public long nothing(String name) {
        return notices.add(name, null);
    }

    /** What the announcement shows has changed: it is edited in place, unless it has not gone out since the last change. */
    @EventListener
    void incidentMoved(IncidentMoved moved) {
        var announced = messages.announcement(moved.incident()).isPresent();
        if (announced && !messages.willShowNow(moved.incident())) {
            put(moved.incident(), Kind.EDIT, "announcement", null, null);
        }
    }

    private void put(IncidentId incident, Kind kind, String name, String subject, String text) {
        process.somethingToSay(incident, messages.add(incident, kind, name, subject, text));
    }
}
