package dev.ensemble.outside;

import dev.ensemble.incident.Condition;
import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.Word;
import dev.ensemble.say.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people outside may know, in their words: which service, since when, what they cannot do; never what we found. */
@Component
class OutsideWords {

    private static final int LONGEST_SUBJECT = 150;
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter ANOTHER_DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm zzz", Locale.ENGLISH);

    private final Words words;
    private final ConditionChanges changes;
    private final ZoneId zone;

    OutsideWords(Words words, ConditionChanges changes, IncidentProperties house) {
        this.words = words;
        this.changes = changes;
        this.zone = house.timeZone();
    }

    /** The text to begin with. */
    String of(Word word, Incident incident, Optional<OutsideUpdate> last, Instant now) {
        return words.plain("outside-" + word, about(incident, last, now));
    }

    /** That nothing has changed. */
    String noChange(Incident incident, Optional<OutsideUpdate> last, Instant now) {
        return words.plain("outside-no-change", about(incident, last, now));
    }

    /** What is added below every text: when there is more to hear, at the latest. */
    String next(Instant next, Instant now) {
        return words.plain("outside-next", Map.of("next", time(next, now)));
    }

    /** The subject of a mail. */
    String subject(Incident incident, OutsideUpdate update) {
        var about = about(incident, Optional.of(update), update.at());
        about.put("next", update.nextAt() == null ? "" : time(update.nextAt(), update.at()));
        about.put(update.word().isOfBroken() ? "broken" : update.word().toString(), true);
        var subject = words.plain("outside-subject", about).replaceAll("\\s+", " ");
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    private Map<String, Object> about(Incident incident, Optional<OutsideUpdate> last, Instant now) {
        var about = new HashMap<String, Object>();
        about.put("number", incident.id().toString());
        about.put("service", incident.service());
        about.put("condition", incident.condition().toString());
        about.put("insecure", incident.condition() == Condition.INSECURE);
        about.put("was", incident.reportedAs().toString());
        about.put("summary", isSecret(incident) ? "" : incident.summary());
        about.put("since", time(incident.reportedAt(), now));
        about.put("until", incident.restoredAt() == null ? "" : time(incident.restoredAt(), now));
        about.put("brokeAgain", last.filter(told -> !told.word().isOfBroken()).isPresent());
        return about;
    }

    /** What was insecure once stays so in words: the summary may say how. */
    private boolean isSecret(Incident incident) {
        return incident.restricted()
                || incident.reportedAs() == Condition.INSECURE
                || changes.of(incident.id()).stream().anyMatch(change -> change.became() == Condition.INSECURE);
    }

    private String time(Instant at, Instant now) {
        var local = at.atZone(zone);
        var isToday = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (isToday ? TODAY : ANOTHER_DAY).format(local);
    }
}
