package dev.ensemble.role;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.IncidentProcess.OpenTask;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the next holder of a role should know, written from the record: how things stand, what is open, what was promised. */
@Component
class Briefing {

    private static final int LAST = 10;
    private static final int SHORT = 200;
    private static final Set<String> ABOUT_ROLES =
            Set.of("takeRole", "holdRole", "acceptRole", "takeBackOffer", "joinEnsemble", "leaveEnsemble");

    private final Incidents incidents;
    private final Timeline timeline;
    private final Tenures tenures;
    private final FollowUps followUps;
    private final IncidentProcess process;
    private final People people;
    private final ZoneId zone;

    Briefing(
            Incidents incidents,
            Timeline timeline,
            Tenures tenures,
            FollowUps followUps,
            IncidentProcess process,
            People people,
            IncidentProperties house) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.tenures = tenures;
        this.followUps = followUps;
        this.process = process;
        this.people = people;
        this.zone = house.timeZone();
    }

    /** Plain text, short enough to be taken as it is. */
    String of(Token token) {
        var id = token.incident();
        var text = Stream.of(
                        head(id),
                        part("Who does what", tenures.now(id).stream().map(this::held)),
                        part(
                                "What happened last",
                                timeline.lately(id, LAST).stream().map(this::happened)),
                        part(
                                "Open now",
                                process.openTasks(id).stream()
                                        .filter(task -> !ABOUT_ROLES.contains(task.key()))
                                        .map(this::open)),
                        promised(followUps.of(id)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return cut(text, HandOver.LONGEST_BRIEFING);
    }

    /** A briefing as forms show it: markdown that reads as it was written. */
    static String shown(HandOver offer) {
        return offer.briefing().lines().map(Markdown::plain).collect(Collectors.joining("  \n"));
    }

    private String head(IncidentId id) {
        var incident = incidents.get(id);
        return "%s%s is %s: %s\nReported %s by %s. Stage: %s."
                .formatted(
                        incident.drill() ? "This is a drill. " : "",
                        incident.service(),
                        incident.condition(),
                        incident.summary(),
                        time(incident.reportedAt()),
                        people.name(incident.reporter()),
                        incident.stage().label());
    }

    private String held(Tenure tenure) {
        return "%s: %s, since %s".formatted(tenure.role().label(), people.name(tenure.person()), time(tenure.since()));
    }

    private String happened(TimelineEntry entry) {
        return "%s %s%s%s"
                .formatted(
                        time(entry.at()),
                        entry.label(),
                        entry.person() == null ? "" : ", " + people.name(entry.person()),
                        entry.text() == null ? "" : ": " + cut(entry.text().replaceAll("\\s+", " "), SHORT));
    }

    private String open(OpenTask task) {
        return "%s%s%s"
                .formatted(
                        task.name().replaceFirst("^(INC|SEC)-\\d+ [^:]*: ", ""),
                        task.assignee() == null ? "" : ", " + people.name(task.assignee()),
                        task.due() == null ? "" : ", by " + time(task.due()));
    }

    private String promised(List<FollowUp> agreed) {
        return agreed.isEmpty()
                ? "Promised: nothing on record. Add what you promised, and to whom."
                : part(
                        "Promised",
                        agreed.stream()
                                .map(followUp -> "%s, %s, by %s"
                                        .formatted(followUp.action(), people.name(followUp.owner()), followUp.due())));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).format(at.atZone(zone));
    }

    private static String part(String heading, Stream<String> lines) {
        var text = lines.map(line -> "\n- " + line).collect(Collectors.joining());
        return text.isEmpty() ? "" : heading + ":" + text;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }
}
