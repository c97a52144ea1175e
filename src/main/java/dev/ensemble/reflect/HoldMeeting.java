package dev.ensemble.reflect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.incident.Wording;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the team understood together: contributing causes, lessons, what went well, luck, and whether it happened before. */
@Component
class HoldMeeting implements Answer {

    private static final int LONGEST = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OnTheTable table;
    private final Timeline timeline;
    private final SameAsBefore sameAsBefore;
    private final Learned learned;
    private final Wording wording;
    private final Meetings meetings;
    private final Plan plan;
    private final Clock clock;

    HoldMeeting(
            OnTheTable table,
            Timeline timeline,
            SameAsBefore sameAsBefore,
            Learned learned,
            Wording wording,
            Meetings meetings,
            Plan plan,
            Clock clock) {
        this.table = table;
        this.timeline = timeline;
        this.sameAsBefore = sameAsBefore;
        this.learned = learned;
        this.wording = wording;
        this.meetings = meetings;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return table.of(token);
    }

    @Override
    public Map<String, String> opened(Token token) {
        var opened = new HashMap<>(Map.of("wording", json(wording.hints())));
        table.ofOthers(token).forEach((name, value) -> opened.put(name, json(value)));
        return opened;
    }

    @Override
    public String given(Token token, Form form) {
        var known =
                timeline.of(token.incident()).stream().map(TimelineEntry::id).collect(Collectors.toSet());
        var causes = insights(form, "causes", Kind.CAUSE, known);
        var lessons = insights(form, "lessons", Kind.LESSON, known);
        var wentWell = insights(form, "wentWell", Kind.WENT_WELL, known);
        var luck = insights(form, "luck", Kind.LUCK, known);
        if (causes.isEmpty()) {
            form.refuse("causes", "Write down what contributed, one a line. There is hardly ever only one.");
        }
        var decisions = sameAsBefore.entered(token.incident(), form);
        form.check();
        List.of(causes, lessons, wentWell, luck)
                .forEach(some -> some.forEach(insight -> learned.add(token.incident(), insight)));
        decisions.run();
        held(token);
        var said = new ArrayList<>(List.of(count(causes, "cause", "causes"), count(lessons, "lesson", "lessons")));
        if (!wentWell.isEmpty()) {
            said.add(count(wentWell, "thing that went well", "things that went well"));
        }
        if (!luck.isEmpty()) {
            said.add(count(luck, "piece of luck", "pieces of luck"));
        }
        return String.join(", ", said);
    }

    /** A meeting that nobody had to wait for is held without having been set. */
    private void held(Token token) {
        if (meetings.of(token.incident()).isEmpty()) {
            meetings.schedule(
                    token.incident(), clock.instant(), plan.learning(token).meetingMinutes(), false);
        }
        meetings.held(token.incident(), clock.instant());
    }

    private static List<Insight> insights(Form form, String field, Kind kind, Set<Long> known) {
        return form.rows(field, "text").stream()
                .map(row -> new Insight(kind, row.text("text", LONGEST), entries(form, row, known)))
                .toList();
    }

    private static List<Long> entries(Form form, Form.Row row, Set<Long> known) {
        var entries = row.numbers("entries");
        if (!known.containsAll(entries)) {
            form.refuse(row.name("entries"), "Give ids of entries of this incident's timeline.");
        }
        return entries;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String count(List<Insight> some, String one, String several) {
        return switch (some.size()) {
            case 0 -> "no " + several;
            case 1 -> "1 " + one;
            default -> "%d %s".formatted(some.size(), several);
        };
    }
}
