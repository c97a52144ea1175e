package dev.ensemble.report;

import dev.ensemble.incident.Condition;
import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.Examples;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Path;
import dev.ensemble.process.Paths;
import dev.ensemble.report.LearningReport.Change;
import dev.ensemble.report.LearningReport.Entry;
import dev.ensemble.report.LearningReport.Held;
import dev.ensemble.report.LearningReport.Meeting;
import dev.ensemble.report.LearningReport.Offer;
import dev.ensemble.report.LearningReport.Person;
import dev.ensemble.report.LearningReport.Promise;
import dev.ensemble.report.LearningReport.Span;
import dev.ensemble.report.LearningReport.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the learning report of an incident from the record. What people wrote alone stays out of it. */
@Component
class Reports {

    private final Timeline timeline;
    private final ConditionChanges changes;
    private final Tenures tenures;
    private final HandOvers handOvers;
    private final Meetings meetings;
    private final Learned learned;
    private final FollowUps followUps;
    private final Examples examples;
    private final Paths paths;
    private final People people;
    private final WorkingHours hours;
    private final Clock clock;

    Reports(
            Timeline timeline,
            ConditionChanges changes,
            Tenures tenures,
            HandOvers handOvers,
            Meetings meetings,
            Learned learned,
            FollowUps followUps,
            Examples examples,
            Paths paths,
            People people,
            WorkingHours hours,
            Clock clock) {
        this.timeline = timeline;
        this.changes = changes;
        this.tenures = tenures;
        this.handOvers = handOvers;
        this.meetings = meetings;
        this.learned = learned;
        this.followUps = followUps;
        this.examples = examples;
        this.paths = paths;
        this.people = people;
        this.hours = hours;
        this.clock = clock;
    }

    LearningReport of(Incident incident) {
        var id = incident.id();
        var path = paths.of(id);
        return new LearningReport(
                id.toString(),
                incident.service(),
                incident.summary(),
                incident.reportedAs().toString(),
                incident.condition().toString(),
                incident.stage().toString(),
                person(incident.reporter()),
                incident.restricted(),
                incident.drill(),
                examples.has(id),
                hours.zone().getId(),
                local(clock.instant()),
                local(incident.reportedAt()),
                local(incident.restoredAt()),
                local(incident.closedAt()),
                incident.retractedBecause(),
                incident.mergedInto() == null ? null : incident.mergedInto().toString(),
                outages(incident),
                changes.of(id).stream().map(this::change).toList(),
                timeline(incident),
                path.map(Path::steps).orElse(List.of()).stream().map(this::step).toList(),
                tenures.all(id).stream().map(this::held).toList(),
                handOvers.all(id).stream().map(this::offer).toList(),
                List.of(),
                meetings.of(id).map(this::meeting).orElse(null),
                learned.causes(id),
                learned.lessons(id),
                List.of(),
                List.of(),
                followUps.of(id).stream().map(this::promise).toList(),
                incident.noFollowUpsBecause(),
                List.of(),
                path.orElse(null));
    }

    /** The moment as the clocks on the team's walls showed it. */
    ZonedDateTime local(Instant at) {
        return at == null ? null : at.atZone(hours.zone());
    }

    /** @param id user id, may be {@code null} */
    Person person(String id) {
        return id == null ? null : new Person(id, people.name(id));
    }

    /** None where it was nothing; where it is a part of another incident, that one's clock runs. */
    private List<Span> outages(Incident incident) {
        if (incident.retractedBecause() != null || incident.mergedInto() != null) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        var from = incident.reportedAt();
        for (var change : changes.of(incident.id())) {
            if (change.became() == Condition.RESTORED) {
                spans.add(new Span(local(from), local(change.at())));
                from = null;
            } else if (change.was() == Condition.RESTORED) {
                from = change.at();
            }
        }
        if (from != null) {
            spans.add(new Span(local(from), null));
        }
        return spans;
    }

    private Change change(ConditionChanges.Change change) {
        return new Change(
                local(change.at()),
                person(change.person()),
                change.was().toString(),
                change.became().toString(),
                change.note());
    }

    private List<Entry> timeline(Incident incident) {
        return timeline.of(incident.id()).stream()
                .map(entry -> new Entry(
                        local(entry.at()),
                        entry.kind().toString(),
                        entry.label(),
                        person(entry.person()),
                        entry.text(),
                        entry.from() == null || entry.from().equals(incident.id())
                                ? null
                                : entry.from().toString()))
                .toList();
    }

    private Step step(Path.Step step) {
        var passage = step.passage();
        return new Step(step.label(), local(passage.since()), local(passage.until()), passage.cutShort());
    }

    private Held held(Tenure tenure) {
        return new Held(
                tenure.role().label(),
                person(tenure.person()),
                local(tenure.since()),
                local(tenure.until()),
                tenure.reason(),
                tenure.from() == null ? null : tenure.from().toString());
    }

    private Offer offer(HandOver offer) {
        return new Offer(
                offer.role().label(),
                person(offer.from()),
                person(offer.to()),
                local(offer.offeredAt()),
                local(offer.answeredAt()),
                offer.outcome().toString(),
                offer.reason());
    }

    private Meeting meeting(Meetings.Meeting meeting) {
        return new Meeting(local(meeting.at()), meeting.minutes(), local(meeting.heldAt()));
    }

    private Promise promise(FollowUp followUp) {
        return new Promise(
                followUp.action(),
                person(followUp.owner()),
                followUp.due(),
                followUp.doneWhen(),
                followUp.state().toString(),
                words(followUp.state()),
                followUp.evidence(),
                person(followUp.verifiedBy()),
                local(followUp.verifiedAt()),
                followUp.reason(),
                local(followUp.endedAt()));
    }

    private static String words(FollowUp.State state) {
        return switch (state) {
            case AGREED -> "agreed on, not yet accepted by its owner";
            case ACCEPTED -> "accepted, being worked on";
            case DONE -> "done, not yet verified";
            case VERIFIED -> "verified, being watched";
            case ENDED -> "done, verified and watched";
            case DECLINED -> "declined";
            case LET_GO -> "let go";
        };
    }
}
