package dev.ensemble.api;

import dev.ensemble.contract.Seen;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Correction;
import dev.ensemble.incident.Corrections;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.process.Sight;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happened, and what people found. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/timeline")
class TimelineApi {

    private final Sight sight;
    private final Timeline timeline;
    private final Corrections corrections;
    private final Seen seen;

    TimelineApi(Sight sight, Timeline timeline, Corrections corrections, Seen seen) {
        this.sight = sight;
        this.timeline = timeline;
        this.corrections = corrections;
        this.seen = seen;
    }

    /** The whole timeline, oldest first. */
    @GetMapping
    List<Entry> read(@PathVariable String id) {
        var incident = sight.get(id);
        var former = former(incident.id());
        return timeline.of(incident.id()).stream()
                .map(entry -> Entry.of(entry, former.get(entry.id())))
                .toList();
    }

    /** Adds what was found. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entry add(@PathVariable String id, @RequestBody Finding finding, Principal who) {
        var incident = sight.get(id);
        if (incident.mergedInto() != null) {
            throw new Conflict("%s is a part of %s now. Add the finding there.".formatted(id, incident.mergedInto()));
        }
        return Entry.of(timeline.found(incident.id(), who.getName(), finding.text(), finding.seenAt()), null);
    }

    /** One entry of it. */
    @GetMapping("/{entry}")
    ResponseEntity<Entry> show(@PathVariable String id, @PathVariable long entry) {
        var incident = sight.get(id).id();
        return seen.shown(whole(incident, corrections.entry(incident, entry)));
    }

    /**
     * Puts an entry right; what it said before is kept and shown.
     *
     * @param expected the {@code ETag} of what the caller saw; the entry as it is when left out
     */
    @PatchMapping("/{entry}")
    ResponseEntity<Entry> correct(
            @PathVariable String id,
            @PathVariable long entry,
            @RequestBody Finding right,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String expected,
            Principal who) {
        var incident = sight.get(id).id();
        var corrected = corrections.correct(
                incident,
                entry,
                who.getName(),
                right.seenAt(),
                right.text(),
                now -> seen.check(expected, whole(incident, now)));
        return seen.shown(whole(incident, corrected));
    }

    private Entry whole(IncidentId incident, TimelineEntry entry) {
        return Entry.of(entry, former(incident).get(entry.id()));
    }

    /** By the id of the entry. */
    private Map<Long, List<Former>> former(IncidentId incident) {
        return corrections.of(incident).stream()
                .collect(Collectors.groupingBy(
                        Correction::entry, Collectors.mapping(Former::of, Collectors.toUnmodifiableList())));
    }

    /** @param at ISO-8601 with offset; now when absent, or as it is when a correction leaves it out */
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
     * @param corrected what it said before, oldest first; absent where nobody corrected it
     */
    record Entry(
            long id,
            Instant at,
            String kind,
            String label,
            String person,
            String text,
            String from,
            List<Former> corrected) {

        static Entry of(TimelineEntry entry, List<Former> corrected) {
            return new Entry(
                    entry.id(),
                    entry.at(),
                    entry.kind().toString(),
                    entry.label(),
                    entry.person(),
                    entry.text(),
                    entry.from() == null ? null : entry.from().toString(),
                    corrected);
        }
    }

    /**
     * What an entry said before a correction.
     *
     * @param by user id of who corrected it
     */
    record Former(Instant at, String text, Instant correctedAt, String by) {

        static Former of(Correction correction) {
            return new Former(correction.at(), correction.text(), correction.correctedAt(), correction.person());
        }
    }
}
