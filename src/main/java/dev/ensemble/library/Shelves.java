package dev.ensemble.library;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.library.Part.Kind;
import dev.ensemble.operate.LogLine;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the words of incidents as the record has them. Nobody waits for it: an incident whose timeline has an entry that was
 * not read yet is read again before the next search, and by and by where nobody searches.
 */
@Component
class Shelves {

    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);

    /** What a search reads first, at most; the rest of a long backlog is read by and by. */
    private static final int AT_ONCE = 50;

    /** Both databases have a limit. */
    private static final int MOST_CHARACTERS = 200_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Incidents incidents;
    private final Parts parts;
    private final FullText fullText;
    private boolean gaveUp;

    Shelves(JdbcClient jdbc, TransactionTemplate transaction, Incidents incidents, Parts parts, FullText fullText) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.incidents = incidents;
        this.parts = parts;
        this.fullText = fullText;
    }

    /**
     * Reads what is new, the newest incidents first. One at a time: H2's index takes no two.
     *
     * @return how many it has read
     */
    synchronized long catchUp() {
        if (gaveUp) {
            fullText.mend();
            gaveUp = false;
        }
        var unread = jdbc.sql(
                        "select distinct incident from timeline_entry where unread order by incident desc limit :atOnce")
                .param("atOnce", AT_ONCE)
                .query(Long.class)
                .list();
        return unread.stream().filter(number -> read(new IncidentId(number))).count();
    }

    @Scheduled(
            initialDelayString = "${ensemble.library.catches-up-every}",
            fixedDelayString = "${ensemble.library.catches-up-every}")
    void catchUpByAndBy() {
        while (catchUp() == AT_ONCE) {
            // the rest of a backlog
        }
    }

    private boolean read(IncidentId id) {
        try (var line = LogLine.about(id)) {
            return Boolean.TRUE.equals(transaction.execute(status -> readAnew(id)));
        } catch (RuntimeException e) {
            LOG.warn("The library could not read {}, and will try again: {}", id, e.getMessage());
            gaveUp = true;
            return false;
        }
    }

    /** An incident that somebody is changing is left for the next time. */
    private boolean readAnew(IncidentId id) {
        if (!incidents.takeTurnIfFree(id)) {
            return false;
        }
        jdbc.sql("update timeline_entry set unread = null where incident = :incident and unread")
                .param("incident", id.number())
                .update();
        jdbc.sql("delete from library_text where incident = :incident")
                .param("incident", id.number())
                .update();
        var incident = incidents.get(id);
        if (!incident.restricted()) {
            var all = parts.of(incident).toList();
            for (var shelf : Shelf.values()) {
                put(id, shelf, words(all, shelf));
            }
        }
        return true;
    }

    private void put(IncidentId id, Shelf shelf, String words) {
        if (!words.isEmpty()) {
            jdbc.sql("insert into library_text (incident, shelf, words) values (:incident, :shelf, :words)")
                    .param("incident", id.number())
                    .param("shelf", shelf.ordinal())
                    .param("words", words)
                    .update();
        }
    }

    /** Each once, as written and as stem. */
    private static String words(List<Part> parts, Shelf shelf) {
        var words = new LinkedHashSet<String>();
        parts.stream()
                .filter(part -> shelf.kinds.contains(part.kind()))
                .flatMap(part -> Vocabulary.words(part.text()).stream())
                .forEach(word -> words.addAll(List.of(word.plain(), word.stem())));
        var text = new StringBuilder();
        for (var word : words) {
            if (text.length() + word.length() >= MOST_CHARACTERS) {
                break;
            }
            text.append(text.isEmpty() ? "" : " ").append(word);
        }
        return text.toString();
    }

    /** Where all wanted words stand, the better place first: in a cause, in what it was about, anywhere. */
    enum Shelf {
        CAUSES(EnumSet.of(Kind.CAUSE)),
        GIST(EnumSet.range(Kind.SUMMARY, Kind.OUTCOME), Kind.SERVICE, Kind.NUMBER),
        WHOLE(EnumSet.allOf(Kind.class));

        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

        Shelf(Set<Kind> kinds, Kind... more) {
            this.kinds.addAll(kinds);
            this.kinds.addAll(List.of(more));
        }
    }
}
