package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a message on its way: it waits for others, is tried, said, left to a person, or not needed any more. */
@Repository
public class Sending {

    private static final Duration TIME_FOR_A_PERSON = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Sending(JdbcClient jdbc, Messages messages, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
        this.events = events;
    }

    /**
     * How many of those to be said before it in the same place have not been said, and may soon be. A person gets a quarter of an hour
     * for one; until then those after it wait, so that where Slack refuses them all they do not all become tasks at once.
     */
    public int countBefore(Message message) {
        return jdbc.sql("""
                        select count(*) from message
                        where incident = :incident and id < :id and kind not in (:holdingUpNothing)
                        and way = :way and coalesce(address, '') = :address
                        and (state in (:due, :trying) or state = :handedOver and settled_at > :since)""")
                .param("incident", message.incident().number())
                .param("id", message.id())
                .param("way", message.way().toString())
                .param("address", message.address() == null ? "" : message.address())
                .param(
                        "holdingUpNothing",
                        Kind.HOLDING_UP_NOTHING.stream().map(Kind::toString).toList())
                .param("due", State.DUE.toString())
                .param("trying", State.TRYING.toString())
                .param("handedOver", State.HANDED_OVER.toString())
                .param("since", when(clock.instant().minus(TIME_FOR_A_PERSON)))
                .query(Integer.class)
                .single();
    }

    /**
     * Notes in a transaction of its own that it is about to be sent, so that after a crash we look for it first. One
     * that a person has been asked to say stays with that person until it is said, and one that is not needed any more stays so.
     *
     * @return the message as it was before
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Message trying(long id) {
        var before = messages.hold(id);
        jdbc.sql("""
                        update message set first_tried_at = coalesce(first_tried_at, :at),
                            state = case when state in (:staying) then state else :trying end
                        where id = :id""")
                .param("at", when(clock.instant()))
                .param("staying", List.of(State.HANDED_OVER.toString(), State.NOT_NEEDED.toString()))
                .param("trying", State.TRYING.toString())
                .param("id", id)
                .update();
        return before;
    }

    public void said(Message message, String text, String channel, String stamp) {
        settle(message.id(), State.SAID, text, channel, stamp);
        tellWhenAnnounced(message);
    }

    public void handedOver(long id, String text) {
        settle(id, State.HANDED_OVER, text, null, null);
    }

    /** @param channel {@code null}, like the stamp, where the person did not say where it stands */
    public void saidByHand(long id, String channel, String stamp) {
        var message = messages.get(id);
        settle(id, State.SAID_BY_HAND, message.text(), channel, stamp);
        tellWhenAnnounced(message);
    }

    public void notNeeded(long id) {
        settle(id, State.NOT_NEEDED, messages.get(id).text(), null, null);
    }

    private void tellWhenAnnounced(Message message) {
        if (message.kind() == Kind.ANNOUNCEMENT) {
            events.publishEvent(News.announced(message.incident()));
        }
    }

    private void settle(long id, State state, String text, String channel, String stamp) {
        jdbc.sql("""
                        update message
                        set state = :state, text = :text, channel = :channel, stamp = :stamp, settled_at = :at
                        where id = :id""")
                .param("state", state.toString())
                .param("text", text)
                .param("channel", channel)
                .param("stamp", stamp)
                .param("at", when(clock.instant()))
                .param("id", id)
                .update();
    }
}
