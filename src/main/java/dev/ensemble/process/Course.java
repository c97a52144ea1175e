package dev.ensemble.process;

import dev.ensemble.incident.Condition;
import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Ending;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Found;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.UnknownIncident;
import dev.ensemble.incident.WorkingHours;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What can turn an incident another way while it runs. Responders may, and nobody else. */
@Component
public class Course {

    private static final int LONGEST = 2000;
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm zzz", Locale.ENGLISH);

    private final IncidentProcess process;
    private final OutsideProcess outside;
    private final OneAtATime turns;
    private final Incidents incidents;
    private final Ending ending;
    private final Standing standing;
    private final Sight sight;
    private final Restriction restriction;
    private final ConditionChanges changes;
    private final Timeline timeline;
    private final Learned learned;
    private final FollowUps followUps;
    private final WorkingHours hours;
    private final Responders responders;
    private final ApplicationEventPublisher events;

    Course(
            IncidentProcess process,
            OutsideProcess outside,
            OneAtATime turns,
            Incidents incidents,
            Ending ending,
            Standing standing,
            Sight sight,
            Restriction restriction,
            ConditionChanges changes,
            Timeline timeline,
            Learned learned,
            FollowUps followUps,
            WorkingHours hours,
            Responders responders,
            ApplicationEventPublisher events) {
        this.process = process;
        this.outside = outside;
        this.turns = turns;
        this.incidents = incidents;
        this.ending = ending;
        this.standing = standing;
        this.sight = sight;
        this.restriction = restriction;
        this.changes = changes;
        this.timeline = timeline;
        this.learned = learned;
        this.followUps = followUps;
        this.hours = hours;
        this.responders = responders;
        this.events = events;
    }

    /**
     * What is wrong with the service is another thing now.
     *
     * @param note may be {@code null} or empty
     * @throws Conflict when it is so already, or nothing is wrong any more
     */
    public void conditionChanged(IncidentId id, String condition, String note) {
        var person = responders.atWork();
        var became = Condition.reportable(condition)
                .orElseThrow(() -> new Refused("condition", "Say one of down, degraded, insecure."));
        var noted = text("note", note);
        turns.inTurn(id, () -> {
            var incident = standing.goingOn(id);
            if (incident.isRestored()) {
                throw new Conflict("%s is restored. If it broke again, reopen it.".formatted(id));
            }
            if (incident.condition() == became) {
                throw new Conflict("%s is %s already.".formatted(incident.service(), became));
            }
            incidents.changed(id, became);
            changes.add(id, person, incident.condition(), became, noted.isEmpty() ? null : noted);
            var words = "%s → %s".formatted(incident.condition(), became) + (noted.isEmpty() ? "" : ": " + noted);
            timeline.happened(id, "StartEvent_conditionChanged", "Condition changed", person, words);
            if (became == Condition.INSECURE && !incident.restricted()) {
                restrict(id, person, noted.isEmpty() ? "It is insecure" : noted);
            }
            tell(id, "conditionChanged");
            outside.conditionChanged(id);
        });
    }

    /**
     * Only those whom it concerns may know of it from now on. There is no way back.
     *
     * @throws Conflict when it is restricted already, or over
     */
    public void restricted(IncidentId id, String reason) {
        var person = responders.atWork();
        var because = required("reason", reason, "Say why only a few people may know of it; they read it.");
        turns.inTurn(id, () -> {
            if (standing.goingOn(id).restricted()) {
                throw new Conflict("%s is restricted already.".formatted(id));
            }
            restrict(id, person, because);
        });
    }

    /**
     * It was nothing.
     *
     * @param reason the one thing to be learned from it
     * @throws Conflict when it was something
     */
    public void retracted(IncidentId id, String reason) {
        var person = responders.atWork();
        var because = required("reason", reason, "Say in a sentence what it was, so that we learn from it.");
        turns.inTurn(id, () -> {
            standing.neverRestored(id, "It was something, so it cannot be retracted.");
            ending.retracted(id, because);
            learned.lessons(id, List.of(because));
            outside.over(id);
            timeline.happened(id, "BoundaryEvent_retracted", "Retracted", person, because);
            tell(id, "incidentRetracted");
        });
    }

    /**
     * The fix did not hold: the response goes on where it was, under the same number.
     *
     * @throws Conflict when it was not fixed, or the incident is over
     */
    public void reopened(IncidentId id, String reason) {
        var person = responders.atWork();
        var because = required("reason", reason, "Say what you see, so that everyone knows where to look.");
        turns.inTurn(id, () -> {
            var incident = standing.goingOn(id);
            if (!incident.isRestored()) {
                throw new Conflict("%s is open: it has not been restored.".formatted(id));
            }
            incidents.reopened(id);
            followUps.putOff(id, person);
            changes.add(id, person, Condition.RESTORED, incident.reportedAs(), because);
            timeline.happened(
                    id,
                    Standing.REOPENED,
                    "Reopened",
                    person,
                    "%s (restored since %s)".formatted(because, readable(incident.restoredAt())));
            process.brokenAgain(id);
            tell(id, "incidentReopened");
        });
    }

    /**
     * The incident is a part of another one; its people and its history are that one's from now on.
     *
     * @param into the other's number
     * @throws Conflict when it cannot be
     */
    public void merged(IncidentId id, String into) {
        var person = responders.atWork();
        var other = other(into);
        if (other.equals(id)) {
            throw new Conflict("%s cannot be a part of itself.".formatted(id));
        }
        var first = id.number() < other.number() ? id : other;
        turns.inTurn(first, () -> {
            turns.take(first);
            turns.take(first.equals(id) ? other : id);
            var incident =
                    standing.neverRestored(id, "It has a history of its own, so it cannot become a part of another.");
            var target = standing.goingOn(other);
            if (target.restricted() != incident.restricted() || target.drill() != incident.drill()) {
                throw new Conflict("%s and %s are not for the same people.".formatted(id, other));
            }
            ending.merged(id, other);
            var owed = outside.over(id);
            var outsiders = owed.isEmpty()
                    ? ""
                    : ". Owed to those outside until now (%s): that one's plan goes on".formatted(owed);
            timeline.happened(id, "BoundaryEvent_merged", "Merged", person, "into " + other + outsiders);
            tell(id, "incidentMerged");
            events.publishEvent(new Found(other));
        });
    }

    private IncidentId other(String into) {
        try {
            return sight.get(Entered.text(into)).id();
        } catch (UnknownIncident e) {
            throw new Refused("into", "There is no such incident. Give a number like INC-42.");
        }
    }

    private void restrict(IncidentId id, String person, String because) {
        heard(id, restriction.begin(id, person, because));
    }

    private void tell(IncidentId id, String message) {
        heard(id, process.tellDiagram(id, message));
    }

    private static void heard(IncidentId id, boolean isHeard) {
        if (!isHeard) {
            throw new Conflict(
                    "%s does not wait for this now. It may run on an older version of the diagrams.".formatted(id));
        }
    }

    private static String required(String field, String text, String ask) {
        var entered = text(field, text);
        if (entered.isEmpty()) {
            throw new Refused(field, ask);
        }
        return entered;
    }

    private static String text(String field, String text) {
        var entered = Entered.text(text);
        if (entered.length() > LONGEST) {
            throw new Refused(field, "Keep it to %d characters (it has %d).".formatted(LONGEST, entered.length()));
        }
        return entered;
    }

    private String readable(Instant at) {
        return at == null ? "an unknown time" : READABLE.format(at.atZone(hours.zone()));
    }
}
