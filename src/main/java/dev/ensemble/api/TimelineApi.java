package dev.ensemble.api;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.process.Sight;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happened, and what people found. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/timeline")
class TimelineApi {

    private final Sight sight;
    private final Timeline timeline;

    TimelineApi(Sight sight, Timeline timeline) {
        this.sight = sight;
        this.timeline = timeline;
    }

    @GetMapping
    List<Entry> read(@PathVariable String id) {
        var incident = sight.get(id);
        return timeline.of(incident.id()).stream().map(Entry::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entry add(@PathVariable String id, @RequestBody Finding finding, Principal who) {
        var incident = sight.get(id);
        if (incident.mergedInto() != null) {
            throw new Conflict("%s is a part of %s now. Add the finding there.".formatted(id, incident.mergedInto()));
        }
        return Entry.of(timeline.found(incident.id(), who.getName(), finding.text(), finding.seenAt()));
    }

    /** @param at ISO-8601 with offset; now when absent */
    record Finding(String text, String at) {

        Instant seenAt() {
            try {
                return at == null || at.isBlank()
                        ? null
                        : OffsetDateTime.parse(at).toInstant();
            } catch (DateTimeException e) {
                throw new Refused("at", "Give a time with its offset, like 2026-11-23T03:12:00Z.");
            }
        }
    }

    /**
     * @param kind {@code event} or {@code finding}
     * @param from the incident that it was written for, where that was merged into another; absent otherwise
     */
    record Entry(long id, Instant at, String kind, String label, String person, String text, String from) {

        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.at(),
                    entry.kind().toString(),
                    entry.label(),
                    entry.person(),
                    entry.text(),
                    entry.from() == null ? null : entry.from().toString());
        }
    }
}
