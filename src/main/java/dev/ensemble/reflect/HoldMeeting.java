package dev.ensemble.reflect;

import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Reflections;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import dev.ensemble.say.Situation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the team understood together: contributing causes and lessons. */
@Component
class HoldMeeting implements Answer {

    private static final int LONGEST = 2000;

    private final Reflections reflections;
    private final Learned learned;
    private final Meetings meetings;
    private final Situation situation;
    private final Clock clock;

    HoldMeeting(Reflections reflections, Learned learned, Meetings meetings, Situation situation, Clock clock) {
        this.reflections = reflections;
        this.learned = learned;
        this.meetings = meetings;
        this.situation = situation;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of(
                "record", Map.of("text", situation.whole(token.incident())),
                "reflections", Map.of("text", written(reflections.of(token.incident()))));
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

    private static String written(Map<String, List<String>> answers) {
        if (answers.isEmpty()) {
            return "Nobody wrote anything before the meeting.";
        }
        return answers.entrySet().stream()
                .map(question -> "**%s**\n\n%s"
                        .formatted(
                                Markdown.plain(question.getKey()),
                                question.getValue().stream()
                                        .map(answer -> "- " + Markdown.plain(answer))
                                        .collect(Collectors.joining("\n"))))
                .collect(Collectors.joining("\n\n"));
    }
}
