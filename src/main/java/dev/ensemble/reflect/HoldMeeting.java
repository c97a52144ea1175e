package dev.ensemble.reflect;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Role;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import dev.ensemble.say.Situation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the team understood together: contributing causes and lessons. */
@Component
class HoldMeeting implements Answer {

    private static final int LONGEST = 2000;
    private static final String BY_ROLE = "What people were asked by their role";

    /** A role that the plan has no questions of its own for, so that only those for everybody remain. */
    private static final Role ANYBODY = new Role("anybody");

    private final Reflections reflections;
    private final Learned learned;
    private final Meetings meetings;
    private final Plan plan;
    private final Agenda agenda;
    private final Situation situation;
    private final Clock clock;

    HoldMeeting(
            Reflections reflections,
            Learned learned,
            Meetings meetings,
            Plan plan,
            Agenda agenda,
            Situation situation,
            Clock clock) {
        this.reflections = reflections;
        this.learned = learned;
        this.meetings = meetings;
        this.plan = plan;
        this.agenda = agenda;
        this.situation = situation;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of(
                "agenda", Map.of("text", agenda.markdown(token.incident())),
                "record", Map.of("text", situation.whole(token.incident())),
                "reflections", Map.of("text", written(token)));
    }

    @Override
    public String given(Token token, Form form) {
        var causes = form.lines("causes", LONGEST);
        var lessons = form.lines("lessons", LONGEST);
        if (causes.isEmpty()) {
            form.refuse("causes", "Write down what contributed, one a line. There is hardly ever only one.");
        }
        form.check();
        learned.causes(token.incident(), causes);
        learned.lessons(token.incident(), lessons);
        meetings.held(token.incident(), clock.instant());
        return "%s, %s".formatted(count(causes, "cause"), count(lessons, "lesson"));
    }

    private static String count(List<String> texts, String name) {
        return switch (texts.size()) {
            case 0 -> "no %ss".formatted(name);
            case 1 -> "1 %s".formatted(name);
            default -> "%d %ss".formatted(texts.size(), name);
        };
    }

    /** Questions for everybody one by one; what only one role was asked, together, since the question would tell who wrote. */
    private String written(Token token) {
        var answers = new LinkedHashMap<>(reflections.of(token.incident()));
        var parts = new ArrayList<String>();
        for (var question :
                plan.questions(token, ANYBODY).stream().map(Entered::text).toList()) {
            var written = answers.remove(question);
            if (written != null) {
                parts.add(part(question, written));
            }
        }
        if (!answers.isEmpty()) {
            parts.add(part(
                    BY_ROLE, answers.values().stream().flatMap(List::stream).toList()));
        }
        return parts.isEmpty() ? "Nobody wrote anything before the meeting." : String.join("\n\n", parts);
    }

    /** In the order of the alphabet, which tells nothing. */
    private static String part(String heading, List<String> answers) {
        return "**%s**\n\n%s"
                .formatted(
                        Markdown.plain(heading),
                        answers.stream()
                                .sorted()
                                .map(answer -> "- " + Markdown.plain(answer))
                                .collect(Collectors.joining("\n")));
    }
}
