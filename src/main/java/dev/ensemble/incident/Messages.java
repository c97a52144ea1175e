package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything said about incidents, in the order in which it is to be said. */
@Repository
public class Messages {

    private final JdbcClient jdbc;
    private final Apart apart;
    private final Clock clock;

    Messages(JdbcClient jdbc, Apart apart, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
    }

    /**
     * @param about the role or follow-up it is about, {@code null} for the incident
     * @return the new message's id
     */
    public long add(IncidentId incident, Kind kind, String words, String about, String text) {
        return add(incident, kind, Way.SLACK, null, null, words, about, text, null, null);
    }

    /**
     * Word to people outside.
     *
     * @param subject of a mail, {@code null} for all else
     * @return the new message's id
     */
    public long add(IncidentId incident, Audience audience, String subject, String words, String text) {
        return add(
                incident,
                Kind.OUTSIDE,
                audience.way(),
                audience.address(),
                subject,
                words,
                audience.key(),
                text,
                null,
                null);
    }

    /**
     * What was said about an incident that is restricted now, or about what became a part of it, is taken back.
     *
     * @param text what stands there from then on
     * @return the new message's id
     */
    public long takeBack(IncidentId incident, Message said, String words, String text) {
        return add(incident, Kind.TAKING_BACK, Way.SLACK, null, null, words, null, text, null, said.id());
    }

    /**
     * An invitation to somebody, or word that it stands no more.
     *
     * @param address their mail
     * @param calendar iCalendar, for their calendar
     * @return the new message's id
     */
    public long add(
            IncidentId incident,
            String person,
            String address,
            String subject,
            String words,
            String text,
            String calendar) {
        return add(incident, Kind.INVITATION, Way.MAIL, address, subject, words, person, text, calendar, null);
    }

    private long add(
            IncidentId incident,
            Kind kind,
            Way way,
            String address,
            String subject,
            String words,
            String about,
            String text,
            String calendar,
            Long takesBack) {
        var row = new HashMap<String, Object>();
        row.put("kind", kind.toString());
        row.put("way", way.toString());
        row.put("address", address);
        row.put("subject", subject);
        row.put("words", words);
        row.put("about", about);
        row.put("text", text);
        row.put("calendar", calendar);
        row.put("mark", UUID.randomUUID());
        row.put("state", State.DUE.toString());
        row.put("added_at", when(clock.instant()));
        row.put("takes_back", takesBack);
        return apart.add("message", incident, row);
    }

    /**
     * Whether the announcement or an edit of it has not begun to go out, and so will show what changes now. Its row stays
     * locked until our transaction ends, so that it cannot begin before.
     */
    public boolean willShowNow(IncidentId incident) {
        return !jdbc.sql("""
                        select id from message
                        where incident = :incident and kind in (:announcement, :edit) and state = :due
                        for update""")
                .param("incident", incident.number())
                .param("announcement", Kind.ANNOUNCEMENT.toString())
                .param("edit", Kind.EDIT.toString())
                .param("due", State.DUE.toString())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** @throws IllegalArgumentException when there is none of this id */
    public Message get(long id) {
        return jdbc.sql("select * from message where id = :id")
                .param("id", id)
                .query(Messages::message)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no message " + id));
    }

    /** The same; it cannot begin to be said, or to be said by another, before our transaction ends. */
    Message hold(long id) {
        return jdbc.sql("select * from message where id = :id for update")
                .param("id", id)
                .query(Messages::message)
                .single();
    }

    /** In the order in which they are to be said. */
    public List<Message> of(IncidentId incident) {
        return jdbc.sql("select * from message where incident = :incident order by id")
                .param("incident", incident.number())
                .query(Messages::message)
                .list();
    }

    /** How often these words were put to be said about a role or follow-up since a moment. */
    public int count(IncidentId incident, String words, String about, Instant since) {
        return jdbc.sql("""
                        select count(*) from message
                        where incident = :incident and words = :words and about = :about and added_at >= :since""")
                .param("incident", incident.number())
                .param("words", words)
                .param("about", about)
                .param("since", when(since))
                .query(Integer.class)
                .single();
    }

    /** The newest: what is restricted is announced anew, where it is private. */
    public Optional<Message> announcement(IncidentId incident) {
        return of(incident).stream()
                .filter(message -> message.kind() == Kind.ANNOUNCEMENT)
                .reduce((earlier, later) -> later);
    }

    /** What an audience was sent first, by the same way: what comes later belongs to it. */
    public Message firstTo(Message later) {
        return of(later.incident()).stream()
                .filter(message -> message.kind() == later.kind()
                        && message.way() == later.way()
                        && message.about().equals(later.about()))
                .findFirst()
                .orElseThrow();
    }

    private static Message message(ResultSet row, int index) throws SQLException {
        return new Message(
                row.getLong("id"),
                new IncidentId(row.getLong("incident")),
                Kind.of(row.getString("kind")),
                Way.of(row.getString("way")),
                row.getString("address"),
                row.getString("subject"),
                row.getString("words"),
                row.getString("about"),
                row.getString("text"),
                row.getString("calendar"),
                row.getObject("mark", UUID.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                at(row, "added_at"),
                at(row, "first_tried_at"),
                at(row, "settled_at"),
                row.getString("channel"),
                row.getString("stamp"),
                row.getObject("takes_back", Long.class));
    }
}
