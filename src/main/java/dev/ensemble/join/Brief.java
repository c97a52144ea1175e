package dev.ensemble.join;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Glossary;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.Service.Look;
import dev.ensemble.incident.Summaries;
import dev.ensemble.incident.Summary;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import dev.ensemble.say.Situation;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What somebody who comes to learn needs in order to follow: the service, what is known, words, where to look, and one thing
 * to watch. Markdown; outside text is plain in it.
 */
@Component
class Brief {

    private final Incidents incidents;
    private final Catalogue catalogue;
    private final Summaries summaries;
    private final Glossary glossary;
    private final Situation situation;
    private final Plan plan;
    private final People people;
    private final ZoneId zone;

    Brief(
            Incidents incidents,
            Catalogue catalogue,
            Summaries summaries,
            Glossary glossary,
            Situation situation,
            Plan plan,
            People people,
            IncidentProperties house) {
        this.incidents = incidents;
        this.catalogue = catalogue;
        this.summaries = summaries;
        this.glossary = glossary;
        this.situation = situation;
        this.plan = plan;
        this.people = people;
        this.zone = house.timeZone();
    }

    String of(Token token) {
        var incident = incidents.get(token.incident());
        var parts = new ArrayList<String>();
        parts.add(part("What this service is", service(incident)));
        parts.add(part("What we know", known(incident)));
        parts.add(part("Words", words(incident)));
        parts.add(part("Where to look", whereToLook(incident)));
        plan.oneThingToWatch(token, incident.stage())
                .ifPresent(watch -> parts.add(part("One thing to watch", Markdown.plain(watch))));
        return String.join("\n\n", parts);
    }

    private String service(Incident incident) {
        return "**%s**%s"
                .formatted(
                        Markdown.plain(incident.service()),
                        catalogue.named(incident.service()).map(this::described).orElse(""));
    }

    private String described(Service service) {
        var text = new StringBuilder();
        if (service.description() != null) {
            text.append(": ").append(Markdown.plain(service.description()));
        }
        if (service.tier() != null) {
            text.append("  \nTier ").append(service.tier());
        }
        if (service.owner() != null) {
            text.append("  \nWho knows it best: ").append(Markdown.plain(people.name(service.owner())));
        }
        return text.toString();
    }

    private String known(Incident incident) {
        var summed = summaries.latest(incident.id()).map(this::summed).orElse("");
        return situation.of(incident.id()) + summed;
    }

    private String summed(Summary summary) {
        return "\n\n%s sums up (%s): %s"
                .formatted(
                        Markdown.plain(people.name(summary.person())),
                        DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH)
                                .format(summary.at().atZone(zone)),
                        Markdown.plain(summary.text()));
    }

    private String words(Incident incident) {
        var words = glossary.of(incident.id()).stream()
                .map(word -> "- **%s**: %s".formatted(Markdown.plain(word.word()), Markdown.plain(word.meaning())))
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? "None explained so far. Ask; the interpreter is there for it." : words;
    }

    private String whereToLook(Incident incident) {
        var places = catalogue.named(incident.service()).stream()
                .flatMap(service -> service.look().stream())
                .map(Brief::link)
                .collect(Collectors.joining("\n"));
        return places.isEmpty() ? "The catalogue names no place. Ask where the others look." : places;
    }

    private static String link(Look look) {
        return "- [%s](%s)"
                .formatted(
                        Markdown.plain(look.label()),
                        look.url().replace("(", "%28").replace(")", "%29"));
    }

    private static String part(String heading, String text) {
        return "#### %s\n\n%s".formatted(heading, text);
    }
}
