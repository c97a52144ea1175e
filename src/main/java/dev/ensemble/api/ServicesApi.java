package dev.ensemble.api;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Glossary;
import dev.ensemble.incident.Glossary.Explained;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.UnknownService;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The services that incidents can be about, and what their words mean. */
@RestController
@RequestMapping("/api/v1/services")
class ServicesApi {

    private final Catalogue catalogue;
    private final Glossary glossary;

    ServicesApi(Catalogue catalogue, Glossary glossary) {
        this.catalogue = catalogue;
        this.glossary = glossary;
    }

    /** Lists the services of the catalogue. */
    @GetMapping
    List<Service> list() {
        return catalogue.services();
    }

    /**
     * What the words of a service mean, as people explained them.
     *
     * @param service a name or an alias
     */
    @GetMapping("/{service}/glossary")
    List<WordView> glossary(@PathVariable String service) {
        return glossary.of(spelled(service)).stream().map(WordView::of).toList();
    }

    private String spelled(String service) {
        var listed = catalogue.named(service).map(Service::name);
        if (listed.isEmpty() && !catalogue.allowsUnlisted()) {
            throw new UnknownService(service);
        }
        return listed.orElseGet(() -> Entered.text(service));
    }

    /** @param incident in which it was explained so */
    record WordView(String word, String meaning, String explainedBy, String incident, Instant at) {

        static WordView of(Explained word) {
            return new WordView(
                    word.word(),
                    word.meaning(),
                    word.explainedBy(),
                    word.incident().toString(),
                    word.at());
        }
    }
}
