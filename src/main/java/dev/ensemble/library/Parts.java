package dev.ensemble.library;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.library.Part.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Everything about an incident that can be found: what was reported, understood and promised, and what happened. Never what
 * people wrote alone, what was said to whom, or briefings.
 */
@Component
class Parts {

    private final Learned learned;
    private final FollowUps followUps;
    private final Timeline timeline;

    Parts(Learned learned, FollowUps followUps, Timeline timeline) {
        this.learned = learned;
        this.followUps = followUps;
        this.timeline = timeline;
    }

    /** In the order of their kinds. */
    List<Part> of(Incident incident) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(Kind.SUMMARY, incident.summary()));
        learned.causes(incident.id()).forEach(cause -> parts.add(new Part(Kind.CAUSE, cause)));
        learned.lessons(incident.id()).forEach(lesson -> parts.add(new Part(Kind.LESSON, lesson)));
        Stream.of(incident.noFollowUpsBecause(), incident.retractedBecause())
                .filter(Objects::nonNull)
                .forEach(outcome -> parts.add(new Part(Kind.OUTCOME, outcome)));
        followUps.of(incident.id()).forEach(followUp -> parts.add(new Part(Kind.FOLLOW_UP, words(followUp))));
        var happened = timeline.of(incident.id()).stream()
                .filter(entry -> entry.text() != null)
                .toList();
        happened.stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.FINDING)
                .forEach(entry -> parts.add(new Part(Kind.FINDING, entry.text())));
        happened.stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.EVENT)
                .forEach(entry -> parts.add(new Part(Kind.EVENT, entry.text())));
        parts.add(new Part(Kind.SERVICE, incident.service()));
        parts.add(new Part(Kind.NUMBER, incident.id().toString()));
        return parts;
    }

    private static String words(FollowUp followUp) {
        return Stream.of(followUp.action(), followUp.doneWhen(), followUp.evidence(), followUp.reason())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " · " + other)
                .orElseThrow();
    }
}
