package dev.ensemble.report;

import dev.ensemble.incident.Condition;
import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.Examples;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Recurrence;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Path;
import dev.ensemble.process.Paths;
import dev.ensemble.report.LearningReport.Change;
import dev.ensemble.report.LearningReport.Earlier;
import dev.ensemble.report.LearningReport.Entry;
import dev.ensemble.report.LearningReport.Promise;
import dev.ensemble.report.LearningReport.Span;
import dev.ensemble.report.LearningReport.Step;
import dev.ensemble.report.LearningReport.Told;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes the learning report of an incident from the record. What people wrote alone stays out of it. */
@Component
class Reports {

    /** What has become of a message that is out, by whosever doing. */
    private static final Set<Message.State> OUT = EnumSet.of(Message.State.SAID, Message.State.SAID_BY_HAND);

    private final Timeline timeline;
    private final ConditionChanges changes;
    private final OutsideUpdates outsideUpdates;
    private final Messages messages;
    private final Meetings meetings;
    private final Learned learned;
    private final FollowUps followUps;
    private final Recurrences recurrences;
    private final Examples examples;
    private final Paths paths;
    private final TakingPart takingPart;
    private final Spoken spoken;
    private final WorkingHours hours;
    private final Clock clock;

    Reports(
            Timeline timeline,
            ConditionChanges changes,
            OutsideUpdates outsideUpdates,
            Messages messages,
            Meetings meetings,
            Learned learned,
            FollowUps followUps,
            Recurrences recurrences,
            Examples examples,
            Paths paths,
            TakingPart takingPart,
            Spoken spoken,
            WorkingHours hours,
            Clock clock) {
        this.timeline = timeline;
        this.changes = changes;
        this.outsideUpdates = outsideUpdates;
        this.messages = messages;
        this.meetings = meetings;
        this.learned = learned;
        this.followUps = followUps;
        this.recurrences = recurrences;
        this.examples = examples;
        this.paths = paths;
        this.takingPart = takingPart;
        this.spoken = spoken;
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
                spoken.person(incident.reporter()),
                incident.restricted(),
                incident.drill(),
                examples.has(id),
                hours.zone().getId(),
                spoken.at(clock.instant()),
                spoken.at(incident.reportedAt()),
                spoken.at(incident.restoredAt()),
                spoken.at(incident.closedAt()),
                incident.retractedBecause(),
                incident.mergedInto() == null ? null : incident.mergedInto().toString(),
                outages(incident),
                changes.of(id).stream().map(this::change).toList(),
                timeline(incident),
                path.map(Path::steps).orElse(List.of()).stream().map(this::step).toList(),
                takingPart.roles(id),
                takingPart.handOvers(id),
                outsideUpdates.of(id).stream().map(this::told).toList(),
                meetings.of(id)
                        .filter(meeting -> !meeting.calledOff())
                        .map(this::meeting)
                        .orElse(null),
                learned.causes(id),
                learned.lessons(id),
                learned.of(id, Insight.Kind.WENT_WELL),
                learned.of(id, Insight.Kind.LUCK),
                followUps.of(id).stream().map(this::promise).toList(),
                incident.noFollowUpsBecause(),
                recurrences.of(id).stream()
                        .filter(found -> found.state() != Recurrence.State.REJECTED)
                        .map(this::earlier)
                        .toList(),
                path.orElse(null));
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
                spans.add(new Span(spoken.at(from), spoken.at(change.at())));
                from = null;
            } else if (change.was() == Condition.RESTORED) {
                from = change.at();
            }
        }
        if (from != null) {
            spans.add(new Span(spoken.at(from), null));
        }
        return spans;
    }

    private Change change(ConditionChanges.Change change) {
        return new Change(
                spoken.at(change.at()),
                spoken.person(change.person()),
                change.was().toString(),
                change.became().toString(),
                change.note());
    }

    private List<Entry> timeline(Incident incident) {
        return timeline.of(incident.id()).stream()
                .map(entry -> new Entry(
                        spoken.at(entry.at()),
                        entry.kind().toString(),
                        entry.label(),
                        spoken.person(entry.person()),
                        entry.text(),
                        spoken.elsewhere(entry.from(), incident.id())))
                .toList();
    }

    private Step step(Path.Step step) {
        var passage = step.passage();
        return new Step(step.label(), spoken.at(passage.since()), spoken.at(passage.until()), passage.cutShort());
    }

    private Earlier earlier(Recurrence found) {
        var earlier = found.earlier();
        return new Earlier(
                earlier.id().toString(),
                earlier.summary(),
                spoken.at(earlier.reportedAt()),
                found.state() == Recurrence.State.CONFIRMED,
                followUps.of(earlier.id()).stream()
                        .map(promise -> "%s: %s".formatted(promise.action(), words(promise.state())))
                        .toList());
    }

    private Told told(OutsideUpdate update) {
        var state = Optional.ofNullable(update.message()).map(messages::get).map(Message::state);
        return new Told(
                spoken.at(update.at()),
                update.audience().label(),
                update.text(),
                spoken.person(update.person()),
                state.filter(OUT::contains).isPresent());
    }

    private LearningReport.Meeting meeting(Meeting meeting) {
        return new LearningReport.Meeting(
                spoken.at(meeting.at()), meeting.minutes(), meeting.inWriting(), spoken.at(meeting.heldAt()));
    }

    private Promise promise(FollowUp followUp) {
        return new Promise(
                followUp.action(),
                spoken.person(followUp.owner()),
                followUp.due(),
                followUp.doneWhen(),
                followUp.state().toString(),
                words(followUp.state()),
                followUp.evidence(),
                spoken.person(followUp.verifiedBy()),
                spoken.at(followUp.verifiedAt()),
                followUp.reason(),
                spoken.at(followUp.endedAt()),
                followUp.didNotHoldIn() == null ? null : followUp.didNotHoldIn().toString());
    }

    private static String words(FollowUp.State state) {
        return switch (state) {
            case AGREED -> "agreed on, not yet accepted by its owner";
            case ACCEPTED -> "accepted, being worked on";
            case DONE -> "done, not yet verified";
            case VERIFIED -> "verified, being watched";
            case ENDED -> "done, verified and watched";
            case DID_NOT_HOLD -> "done and verified, and did not hold";
            case DECLINED -> "declined";
            case LET_GO -> "let go";
        };
    }
}
