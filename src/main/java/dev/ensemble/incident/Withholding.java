package dev.ensemble.incident;

import dev.ensemble.incident.Message.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of an incident that only few may know of now: found wherever it was said, and not kept any more. */
@Repository
public class Withholding {

    private final JdbcClient jdbc;
    private final Messages messages;

    Withholding(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * Everything said about an incident, in its order; none of it can begin to be said, or to be said by another, before our
     * transaction ends.
     */
    public List<Message> held(IncidentId incident) {
        jdbc.sql("select id from message where incident = :incident for update")
                .param("incident", incident.number())
                .query(Long.class)
                .list();
        return messages.of(incident);
    }

    /**
     * What is said of other incidents in words of ours that name this one; held as above. Invitations that have not gone out are
     * left alone, so that nobody misses a meeting.
     *
     * @param words the names of these words
     */
    public List<Message> naming(IncidentId incident, Set<String> words) {
        var named = Pattern.compile("(?<![\\w-])%s(?!\\d)".formatted(incident));
        return jdbc
                .sql("""
                        select id from message
                        where incident <> :incident and text like :named and (kind = :roundUp or words in (:words))
                        and not (kind = :invitation and settled_at is null)
                        for update""")
                .param("incident", incident.number())
                .param("named", "%" + incident + "%")
                .param("roundUp", Kind.ROUND_UP.toString())
                .param("words", words)
                .param("invitation", Kind.INVITATION.toString())
                .query(Long.class)
                .list()
                .stream()
                .map(messages::get)
                .filter(message -> named.matcher(message.text()).find())
                .toList();
    }

    /** What it says is not kept any more. */
    public void withhold(long id, String text) {
        jdbc.sql("update message set text = :text where id = :id")
                .param("text", text)
                .param("id", id)
                .update();
    }
}
