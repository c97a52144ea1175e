package dev.ensemble.say;

import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.TaskLists;
import dev.ensemble.slack.SlackText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The one message that stands for an incident, as things are now. */
@Component
class Announcement {

    private static final String WORDS = "announcement";
    private static final int NAMED = 10;

    private final Incidents incidents;
    private final Tenures tenures;
    private final Members members;
    private final HandOvers handOvers;
    private final Timeline timeline;
    private final People people;
    private final Words words;
    private final SayProperties settings;
    private final IncidentProperties house;
    private final TaskLists lists;

    Announcement(
            Incidents incidents,
            Tenures tenures,
            Members members,
            HandOvers handOvers,
            Timeline timeline,
            People people,
            Words words,
            SayProperties settings,
            IncidentProperties house,
            TaskLists lists) {
        this.incidents = incidents;
        this.tenures = tenures;
        this.members = members;
        this.handOvers = handOvers;
        this.timeline = timeline;
        this.people = people;
        this.words = words;
        this.settings = settings;
        this.house = house;
        this.lists = lists;
    }

    String of(IncidentId id, List<Role> needed) {
        var incident = incidents.get(id);
        var held = tenures.now(id);
        var model = about(incident);
        model.put("restricted", incident.restricted());
        model.put("restored", incident.isRestored());
        model.put("nobodyLooked", incident.isRestored() && nobodyLooked(id));
        model.put("over", incident.isOver());
        model.put("closed", incident.isClosed());
        model.put("retractedBecause", incident.retractedBecause());
        model.put(
                "mergedInto",
                incident.mergedInto() == null ? "" : incident.mergedInto().toString());
        model.put("canJoin", incident.asksForRoles());
        model.putAll(ensemble(id));
        model.put("heldRoles", held.stream().map(this::held).toList());
        model.put(
                "openRoles",
                needed.stream()
                        .filter(role -> incident.asksForRoles() && isOpen(role, held))
                        .map(this::open)
                        .toList());
        return marked(incident, words.slack(WORDS, model));
    }

    /** What is said of an incident that is practised says so itself, wherever it is read. */
    String marked(Incident incident, String text) {
        return incident.drill() ? words.slack("drill", Map.of()) + " " + text : text;
    }

    /** Above what does not stand in the announcement's thread, so that one sees which incident it is about. */
    String heading(IncidentId id) {
        return "*%s %s*\n".formatted(id, SlackText.escape(incidents.get(id).service()));
    }

    /** What every message may say about its incident. */
    Map<String, Object> about(Incident incident) {
        var model = new HashMap<String, Object>();
        model.put("number", incident.id().toString());
        model.put("service", incident.service());
        model.put("condition", incident.condition().toString());
        model.put("stage", incident.stage().toString());
        model.put("stageLabel", incident.stage().label());
        model.put("summary", incident.summary());
        model.put("reporter", people.name(incident.reporter()));
        model.put("tasklist", house.tasklist());
        model.put("openRolesList", lists.openRoles());
        model.put("joinInList", lists.joinIn());
        model.put("notesUrl", settings.notesUrl());
        model.put("meetingUrl", settings.meetingUrl());
        model.put("communicationPlanUrl", settings.communicationPlanUrl());
        return model;
    }

    private Map<String, Object> ensemble(IncidentId id) {
        var names = members.now(id).stream()
                .map(member -> people.name(member.person()))
                .toList();
        var more = names.size() - NAMED;
        return Map.of("members", names.stream().limit(NAMED).toList(), "moreMembers", more > 0 ? more : "");
    }

    private boolean nobodyLooked(IncidentId id) {
        return timeline.latest(id, "verifyFix")
                .filter(look -> look.words().isEmpty())
                .isPresent();
    }

    private Map<String, String> held(Tenure tenure) {
        var offeredTo = handOvers.open(tenure.incident(), tenure.role()).map(HandOver::to);
        return Map.of(
                "name", tenure.role().label(),
                "holder", people.name(tenure.person()),
                "offeredTo", offeredTo.map(people::name).orElse(""));
    }

    private Map<String, String> open(Role role) {
        var duty = "duty-" + role.key();
        return Map.of("name", role.label(), "duty", words.has(duty) ? firstLine(words.plain(duty, Map.of())) : "");
    }

    private static boolean isOpen(Role role, List<Tenure> held) {
        return held.stream().noneMatch(tenure -> tenure.role().equals(role));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
