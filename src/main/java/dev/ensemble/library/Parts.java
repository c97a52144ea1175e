package dev.ensemble.library;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.library.Part.Kind;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Everything about an incident that can be found: what was reported, understood and promised, and what happened. Never what
 * people wrote alone, or briefings.
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

    /** In the order of their kinds, each gathered only when the ones before were not enough. */
    Stream<Part> of(Incident incident) {
        return Stream.<Supplier<Stream<Part>>>of(
                        () -> Stream.of(new Part(Kind.SUMMARY, incident.summary())),
                        () -> parts(Kind.CAUSE, learned.causes(incident.id()).stream()),
                        () -> parts(Kind.LESSON, learned.lessons(incident.id()).stream()),
                        () -> parts(Kind.WENT_WELL, learned.of(incident.id(), Insight.Kind.WENT_WELL).stream()),
                        () -> parts(Kind.LUCK, learned.of(incident.id(), Insight.Kind.LUCK).stream()),
                        () -> parts(
                                Kind.OUTCOME,
                                Stream.of(incident.noFollowUpsBecause(), incident.retractedBecause())
                                        .filter(Objects::nonNull)),
                        () -> parts(
                                Kind.FOLLOW_UP,
                                followUps.of(incident.id()).stream().map(Parts::words)),
                        () -> happened(incident),
                        () -> Stream.of(
                                new Part(Kind.SERVICE, incident.service()),
                                new Part(Kind.NUMBER, incident.id().toString())))
                .flatMap(Supplier::get);
    }

    /** Findings first. */
    private Stream<Part> happened(Incident incident) {
        return timeline.of(incident.id()).stream()
                .filter(entry -> entry.text() != null)
                .map(entry ->
                        new Part(entry.kind() == TimelineEntry.Kind.FINDING ? Kind.FINDING : Kind.EVENT, entry.text()))
                .sorted(Comparator.comparing(Part::kind));
    }

    private static Stream<Part> parts(Kind kind, Stream<String> texts) {
        return texts.map(text -> new Part(kind, text));
    }

    private static String words(FollowUp followUp) {
        return Stream.of(followUp.action(), followUp.doneWhen(), followUp.evidence(), followUp.reason())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " · " + other)
                .orElseThrow();
    }
}
