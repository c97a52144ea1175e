package dev.ensemble.join;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Glossary;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.Summaries;
import dev.ensemble.incident.Summary;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import dev.ensemble.say.Situation;
import dev.ensemble.say.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What somebody who comes to learn needs in order to follow: the service, what is known, words, where to look, and one thing
 * to watch. Markdown; outside text is plain in it.
 */
@Component
class Brief {

    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final Incidents incidents;
    private final Catalogue catalogue;
    private final Summaries summaries;
    private final Glossary glossary;
    private final Situation situation;
    private final Plan plan;
    private final People people;
    private final Words words;
    private final ZoneId zone;

    Brief(
            Incidents incidents,
            Catalogue catalogue,
            Summaries summaries,
            Glossary glossary,
            Situation situation,
            Plan plan,
            People people,
            Words words,
            IncidentProperties house) {
        this.incidents = incidents;
        this.catalogue = catalogue;
        this.summaries = summaries;
        this.glossary = glossary;
        this.situation = situation;
        this.plan = plan;
        this.people = people;
        this.words = words;
        this.zone = house.timeZone();
    }

    String of(Token token) {
        var incident = incidents.get(token.incident());
        var service = catalogue.named(incident.service());
        var names = new HashMap<String, Object>();
        names.put("service", incident.service());
        names.put("description", service.map(Service::description).orElse(null));
        names.put("tier", service.map(Service::tier).orElse(null));
        names.put("expert", service.map(Service::owner).map(people::name).orElse(null));
        names.put("situation", situation.of(incident.id()));
        names.put("sumUp", summaries.latest(incident.id()).map(this::summed).orElse(null));
        names.put("words", words(incident));
        names.put("places", service.map(Brief::places).orElse(List.of()));
        names.put("watch", plan.oneThingToWatch(token, incident.stage()).orElse(""));
        return words.markdown("brief", names);
    }

    private Map<String, String> summed(Summary summary) {
        return Map.of(
                "person", people.name(summary.person()),
                "at", READABLE.format(summary.at().atZone(zone)),
                "text", summary.text());
    }

    private List<Map<String, String>> words(Incident incident) {
        return glossary.of(incident.id()).stream()
                .map(word -> Map.of("word", word.word(), "meaning", word.meaning()))
                .toList();
    }

    /** Their addresses fit into a link. */
    private static List<Map<String, String>> places(Service service) {
        return service.look().stream()
                .map(look -> Map.of(
                        "label", look.label(),
                        "url", look.url().replace("(", "%28").replace(")", "%29")))
                .toList();
    }
}
