package dev.ensemble.api;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Service;
import dev.ensemble.library.Hit;
import dev.ensemble.library.Library;
import dev.ensemble.library.Search;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches everything that was learned. */
@RestController
class LibraryApi {

    private static final int MOST = 50;

    private final Library library;
    private final Catalogue catalogue;
    private final Days days;
    private final Links links;

    LibraryApi(Library library, Catalogue catalogue, Days days, Links links) {
        this.library = library;
        this.catalogue = catalogue;
        this.days = days;
        this.links = links;
    }

    /**
     * Searches everything that was learned, in the words of people.
     *
     * @param q words
     * @param service its name or an alias
     * @param cause words of a cause
     * @param role that what is found speaks of
     * @param from the day since which it was reported
     * @param to the day until which it was reported
     * @param cursor the {@code next} of the page before
     * @param limit how many at most
     */
    @GetMapping("/api/v1/library")
    Page search(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String service,
            @RequestParam(required = false) String cause,
            @RequestParam(required = false) String role,
            @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) String from,
            @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) String to,
            @RequestParam(required = false) String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    String limit) {
        var search = new Search(
                q, cause, service(service), emptyToNull(role), days.from("from", from), days.to("to", to), cursor);
        var page = library.find(search, limit(limit));
        return new Page(page.hits().stream().map(hit -> Item.of(hit, links)).toList(), page.next());
    }

    /** As the catalogue spells it, which is how the record does. */
    private String service(String text) {
        var name = emptyToNull(text);
        return name == null ? null : catalogue.named(name).map(Service::name).orElse(name);
    }

    private static String emptyToNull(String text) {
        var entered = Entered.text(text);
        return entered.isEmpty() ? null : entered;
    }

    private static int limit(String text) {
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new Refused("limit", "Give a number from 1 to %d.".formatted(MOST));
    }

    /**
     * @param where what the words stand in: {@code summary}, {@code cause}, {@code lesson}, {@code outcome},
     *     {@code follow-up}, {@code finding}, {@code event}, {@code service} or {@code number}
     * @param excerpt what stands around them
     */
    record Item(
            String incident,
            String service,
            String condition,
            String summary,
            Instant reportedAt,
            String where,
            String excerpt,
            String link) {

        static Item of(Hit hit, Links links) {
            var incident = hit.incident();
            return new Item(
                    incident.id().toString(),
                    incident.service(),
                    incident.reportedAs().toString(),
                    incident.summary(),
                    incident.reportedAt(),
                    hit.where(),
                    hit.excerpt(),
                    links.self(incident.id()).toString());
        }
    }

    /** @param next the cursor of the following page, absent on the last */
    record Page(List<Item> items, String next) {}
}
