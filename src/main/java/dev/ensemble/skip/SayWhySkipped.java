package dev.ensemble.skip;

import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.People;
import dev.ensemble.incident.SkippedStep;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Now that there is a moment: why the step was left out, so that we learn whether it is in the way. */
@Component
class SayWhySkipped implements Answer {

    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final SkippedSteps skipped;
    private final People people;
    private final ZoneId zone;

    SayWhySkipped(SkippedSteps skipped, People people, IncidentProperties house) {
        this.skipped = skipped;
        this.people = people;
        this.zone = house.timeZone();
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var step = step(token);
        return Map.of(
                "skippedStep",
                "**%s** was skipped by %s (%s)."
                        .formatted(
                                Markdown.plain(step.label()),
                                Markdown.plain(people.name(step.person())),
                                READABLE.format(step.at().atZone(zone))));
    }

    @Override
    public String subject(Token token) {
        return step(token).label();
    }

    @Override
    public String given(Token token, Form form) {
        var reason = form.required(
                "skipReason",
                SkippedStep.LONGEST_REASON,
                "Say in a sentence why; \"it stood in the way\" is worth knowing, too.");
        form.check();
        skipped.because(token.step(), reason);
        return "%s: %s".formatted(step(token).label(), reason);
    }

    private SkippedStep step(Token token) {
        return skipped.get(token.step());
    }
}
