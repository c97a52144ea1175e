package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Reminder.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What people are to be reminded of, and the messages in which they were. */
@Repository
public class Reminders {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * It is due from now on, and goes out when it suits.
     *
     * @param person user id, {@code null} for whoever follows the incident
     */
    public void add(IncidentId incident, String person, String words, String about, String addressedAs) {
        jdbc.sql("""
                        insert into reminder (person, incident, words, about, addressed_as, due_at, state)
                        values (:person, :incident, :words, :about, :addressedAs, :at, :waiting)""")
                .param("person", person)
                .param("incident", incident.number())
                .param("words", words)
                .param("about", about)
                .param("addressedAs", addressedAs)
                .param("at", when(clock.instant()))
                .param("waiting", State.WAITING.toString())
                .update();
    }

    /**
     * What waits and is due, the oldest first. Until our transaction ends nobody else gathers it; who came first has left
     * nothing of what they took.
     */
    public List<Reminder> due(Instant now) {
        waiting(now, " for update");
        return waiting(now, "");
    }

    private List<Reminder> waiting(Instant now, String locking) {
        return jdbc.sql("select * from reminder where state = :waiting and due_at <= :now order by id" + locking)
                .param("waiting", State.WAITING.toString())
                .param("now", when(now))
                .query(Reminders::reminder)
                .list();
    }

    /** Of one incident, in the order in which they came up. */
    public List<Reminder> of(IncidentId incident) {
        return jdbc.sql("select * from reminder where incident = :incident order by id")
                .param("incident", incident.number())
                .query(Reminders::reminder)
                .list();
    }

    /** What is to be said in one message. */
    public List<Reminder> gathered(long nudge) {
        return jdbc.sql("select * from reminder where nudge = :nudge and state = :gathered order by id")
                .param("nudge", nudge)
                .param("gathered", State.GATHERED.toString())
                .query(Reminders::reminder)
                .list();
    }

    /** In how many messages somebody was reminded since a moment. */
    public int count(String person, Instant since) {
        return jdbc.sql("""
                        select count(distinct reminder.nudge) from reminder join nudge on nudge.id = reminder.nudge
                        where person = :person and gathered_at >= :since and state in (:gathered, :said)""")
                .param("person", person)
                .param("since", when(since))
                .param("gathered", State.GATHERED.toString())
                .param("said", State.SAID.toString())
                .query(Integer.class)
                .single();
    }

    /**
     * Whether a message that reminds them has still to go out. One that could not even be written down for so long keeps
     * back no others; Cockpit shows it.
     *
     * @param since how far back
     */
    public boolean isUnderWay(String person, Instant since) {
        return jdbc.sql("""
                        select count(*) from reminder join nudge on nudge.id = reminder.nudge
                        left join message on message.id = nudge.message
                        where reminder.person = :person and (reminder.state = :gathered and gathered_at >= :since
                        or reminder.state = :said and message.state in (:due, :trying))""")
                        .param("person", person)
                        .param("since", when(since))
                        .param("gathered", State.GATHERED.toString())
                        .param("said", State.SAID.toString())
                        .param("due", Message.State.DUE.toString())
                        .param("trying", Message.State.TRYING.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * These go out in one message.
     *
     * @param round the run of {@code remind.bpmn} that sees to it
     */
    public void gather(String round, List<Reminder> together) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into nudge (round, gathered_at) values (:round, :at)")
                .param("round", round)
                .param("at", when(clock.instant()))
                .update(key, "id");
        jdbc.sql("update reminder set state = :gathered, nudge = :nudge where id in (:ids)")
                .param("gathered", State.GATHERED.toString())
                .param("nudge", key.getKeyAs(Long.class))
                .param("ids", together.stream().map(Reminder::id).toList())
                .update();
    }

    /** The messages that a run of {@code remind.bpmn} gathered. */
    public List<Long> nudges(String round) {
        return jdbc.sql("select id from nudge where round = :round order by id")
                .param("round", round)
                .query(Long.class)
                .list();
    }

    /** @param message the message of the record in which it is said */
    public void said(long nudge, long message) {
        jdbc.sql("update nudge set message = :message where id = :nudge")
                .param("message", message)
                .param("nudge", nudge)
                .update();
        jdbc.sql("update reminder set state = :said where nudge = :nudge and state = :gathered")
                .param("said", State.SAID.toString())
                .param("gathered", State.GATHERED.toString())
                .param("nudge", nudge)
                .update();
    }

    /** It is not so any more. */
    public void notNeeded(Reminder reminder) {
        jdbc.sql("update reminder set state = :notNeeded where id = :id")
                .param("notNeeded", State.NOT_NEEDED.toString())
                .param("id", reminder.id())
                .update();
    }

    private static Reminder reminder(ResultSet row, int index) throws SQLException {
        return new Reminder(
                row.getLong("id"),
                row.getString("person"),
                new IncidentId(row.getLong("incident")),
                row.getString("words"),
                row.getString("about"),
                row.getString("addressed_as"),
                at(row, "due_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
