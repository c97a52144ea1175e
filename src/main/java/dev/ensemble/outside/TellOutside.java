package dev.ensemble.outside;

import dev.ensemble.incident.Audience;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Obligation;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Word;
import dev.ensemble.process.Answer;
import dev.ensemble.process.CommunicationPlan;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import dev.ensemble.say.Situation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Somebody writes what people outside are owed, or says that nothing has changed. When they hear more is added for them. */
@Component
class TellOutside implements Answer {

    static final int LONGEST = 2000;

    private final Incidents incidents;
    private final Obligations obligations;
    private final OutsideUpdates updates;
    private final CommunicationPlan plan;
    private final OutsideWords words;
    private final Situation situation;
    private final Learned learned;
    private final Clock clock;

    TellOutside(
            Incidents incidents,
            Obligations obligations,
            OutsideUpdates updates,
            CommunicationPlan plan,
            OutsideWords words,
            Situation situation,
            Learned learned,
            Clock clock) {
        this.incidents = incidents;
        this.obligations = obligations;
        this.updates = updates;
        this.plan = plan;
        this.words = words;
        this.situation = situation;
        this.learned = learned;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var audience = plan.audience(token);
        var word = owed(token).word();
        return Map.of(
                "audienceName",
                Markdown.plain(audience.label()),
                "reach",
                reach(audience),
                "owedWord",
                word.toString(),
                "situation",
                situation.of(token.incident()),
                "found",
                word == Word.WHY ? found(token) : "");
    }

    @Override
    public Map<String, String> opened(Token token) {
        return Map.of("update", beginning(token));
    }

    @Override
    public String subject(Token token) {
        return Audience.label(token.audience());
    }

    @Override
    public String given(Token token, Form form) {
        var owed = owed(token);
        var noChange = form.isTicked("noChange");
        var entered = form.text("update", LONGEST);
        if (noChange && owed.word() != Word.UPDATE) {
            form.refuse("noChange", "They do not know how things stand yet. Say it in a text.");
        } else if (noChange && !entered.isEmpty()) {
            form.refuse("noChange", "Say that nothing has changed or what has, not both.");
        } else if (!noChange && entered.isEmpty()) {
            form.refuse("update", "Write what they should know, or set noChange where nothing has changed.");
        } else if (owed.word() == Word.WHY && entered.equals(beginning(token))) {
            form.refuse("update", "Say in your own words why it happened, and what we are doing about it.");
        }
        if (!plan.audience(token).isReached()) {
            form.refuse(
                    "audience",
                    "Nobody knows any more where they are reached: look at the settings and the catalogue.");
        }
        form.check();
        return tell(token, form, owed, entered, noChange);
    }

    private String tell(Token token, Form form, Obligation owed, String entered, boolean noChange) {
        var now = clock.instant();
        var incident = incidents.get(token.incident());
        var audience = plan.audience(token);
        var said = noChange ? words.noChange(incident, updates.last(token.incident(), token.audience()), now) : entered;
        var next = next(token, owed.word(), now);
        var text = next.map(time -> said + "\n\n" + words.next(time, now)).orElse(said);
        updates.add(incident, audience, owed.word(), text, noChange, form.person(), next.orElse(null));
        obligations.met(owed);
        return "%s: %s".formatted(audience.label(), text);
    }

    /** When they hear more at the latest: to the minute, as it is told. */
    private Optional<Instant> next(Token token, Word word, Instant now) {
        return word.isOfBroken()
                ? plan.within(token, Word.UPDATE)
                        .map(within -> now.plus(within).truncatedTo(ChronoUnit.MINUTES))
                        .filter(next -> Duration.between(now, next).toSeconds() > 0)
                : Optional.empty();
    }

    private String beginning(Token token) {
        return words.of(
                owed(token).word(),
                incidents.get(token.incident()),
                updates.last(token.incident(), token.audience()),
                clock.instant());
    }

    private Obligation owed(Token token) {
        return obligations.open(token.incident(), token.audience()).orElseThrow();
    }

    private String found(Token token) {
        return learned.causes(token.incident()).stream()
                .map(cause -> "- " + Markdown.plain(cause))
                .collect(Collectors.joining("\n"));
    }

    private static String reach(Audience audience) {
        var address = Markdown.plain(audience.address());
        return switch (audience.way()) {
            case MAIL -> "by mail to " + address;
            case CHANNEL, SLACK -> "in the channel " + address;
            case STATUS_PAGE -> "on the page %s, which somebody then edits by hand".formatted(address);
        };
    }
}
