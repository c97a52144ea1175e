package dev.ensemble.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.ensemble.process.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is told of one incident. Every format is written from it; as Json it is what it is. Times are local ones, with their
 * offset. What is not there, or not yet, is {@code null} or empty.
 *
 * @param reportedAs what was wrong when it was reported
 * @param condition what is wrong now
 * @param writtenAt when this was read from the record
 * @param outages from when to when the service was not well; more than one where it broke again
 * @param outside what those outside were told
 * @param earlier incidents that it repeats, or may repeat
 * @param path the way it took through its diagram, in words
 * @param drawn the same as a picture; {@code null} for an incident that did not run here
 */
record LearningReport(
        String id,
        String service,
        String summary,
        String reportedAs,
        String condition,
        String stage,
        Person reporter,
        boolean restricted,
        boolean drill,
        boolean example,
        String timeZone,
        ZonedDateTime writtenAt,
        ZonedDateTime reportedAt,
        ZonedDateTime restoredAt,
        ZonedDateTime closedAt,
        String retractedBecause,
        String mergedInto,
        List<Span> outages,
        List<Change> conditionChanges,
        List<Entry> timeline,
        List<Step> path,
        List<Held> roles,
        List<Offer> handOvers,
        List<Told> outside,
        Meeting meeting,
        List<String> causes,
        List<String> lessons,
        List<String> wentWell,
        List<String> luck,
        List<Promise> followUps,
        String noFollowUpsBecause,
        List<Earlier> earlier,
        @JsonIgnore Path drawn) {

    /** @param id user id */
    record Person(String id, String name) {}

    /** @param until {@code null} while it lasts */
    record Span(ZonedDateTime from, ZonedDateTime until) {

        String length() {
            return Lengths.words(from, until);
        }
    }

    record Change(ZonedDateTime at, Person person, String was, String became, String note) {}

    /** @param from the incident that it was written for, where that was merged into another */
    record Entry(ZonedDateTime at, String kind, String label, Person person, String text, String from) {

        private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);

        boolean isFinding() {
            return kind.equals("finding");
        }

        String clock() {
            return CLOCK.format(at);
        }
    }

    /** @param cutShort whether something else took the incident away from there */
    record Step(String label, ZonedDateTime since, ZonedDateTime until, boolean cutShort) {}

    /** @param role as people write it */
    record Held(String role, Person person, ZonedDateTime since, ZonedDateTime until, String reason, String from) {

        String length() {
            return Lengths.words(since, until);
        }
    }

    record Offer(
            String role,
            Person offeredBy,
            Person to,
            ZonedDateTime offeredAt,
            ZonedDateTime answeredAt,
            String outcome,
            String reason) {

        String outcomeWords() {
            return outcome.replace('-', ' ');
        }
    }

    /** @param sent whether it has gone out, as far as we know */
    record Told(ZonedDateTime at, String audience, String text, Person person, boolean sent) {}

    /** @param inWriting whether people write until then instead of coming together */
    record Meeting(ZonedDateTime at, int minutes, boolean inWriting, ZonedDateTime heldAt) {}

    record Promise(
            String action,
            Person owner,
            LocalDate due,
            String doneWhen,
            String state,
            String stateWords,
            String evidence,
            Person verifiedBy,
            ZonedDateTime verifiedAt,
            String reason,
            ZonedDateTime endedAt,
            String didNotHoldIn) {}

    /**
     * @param confirmed whether a person said that it was the same
     * @param became what became of its follow-ups, a line each
     */
    record Earlier(String id, String summary, ZonedDateTime reportedAt, boolean confirmed, List<String> became) {}

    /** What it is called in a list of documents. */
    String title() {
        return "%s%s: %s was %s".formatted(drill ? "Drill " : "", id, service, reportedAs);
    }

    /** Such as {@code Eastern Time}. */
    String timeZoneWords() {
        return ZoneId.of(timeZone).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    boolean isMerged() {
        return mergedInto != null;
    }

    boolean isRetracted() {
        return retractedBecause != null;
    }

    boolean isOver() {
        return closedAt != null;
    }

    List<Day> days() {
        return timeline.stream()
                .map(entry -> entry.at().toLocalDate())
                .distinct()
                .map(this::day)
                .toList();
    }

    /** The way it took on one line, for whoever does not see the picture. */
    String pathInWords() {
        return String.join(
                ", ",
                path.stream()
                        .map(step -> step.cutShort() ? step.label() + " (cut short)" : step.label())
                        .toList());
    }

    boolean hasTimeline() {
        return !timeline.isEmpty();
    }

    boolean hasConditionChanges() {
        return !conditionChanges.isEmpty();
    }

    boolean hasPath() {
        return drawn != null;
    }

    boolean hasRoles() {
        return !roles.isEmpty();
    }

    boolean hasHandOvers() {
        return !handOvers.isEmpty();
    }

    boolean hasOutside() {
        return !outside.isEmpty();
    }

    boolean hasCauses() {
        return !causes.isEmpty();
    }

    boolean hasLessons() {
        return !lessons.isEmpty();
    }

    boolean hasWentWell() {
        return !wentWell.isEmpty();
    }

    boolean hasLuck() {
        return !luck.isEmpty();
    }

    /** Whether there is anything of what the meeting understood. */
    boolean hasUnderstood() {
        return Stream.of(causes, lessons, wentWell, luck).anyMatch(list -> !list.isEmpty());
    }

    boolean hasFollowUps() {
        return !followUps.isEmpty();
    }

    boolean hasEarlier() {
        return !earlier.isEmpty();
    }

    private Day day(LocalDate date) {
        return new Day(
                date,
                timeline.stream()
                        .filter(entry -> entry.at().toLocalDate().equals(date))
                        .toList());
    }

    /** What happened on one day. */
    record Day(LocalDate date, List<Entry> entries) {}
}
