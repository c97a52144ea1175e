package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents.Search;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.UnknownIncident;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports incidents and shows them. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentsApi {

    private final IncidentProcess process;
    private final Sight sight;
    private final WholeIncidents whole;
    private final Catalogue catalogue;
    private final Links links;
    private final Once once;

    IncidentsApi(
            IncidentProcess process, Sight sight, WholeIncidents whole, Catalogue catalogue, Links links, Once once) {
        this.process = process;
        this.sight = sight;
        this.whole = whole;
        this.catalogue = catalogue;
        this.links = links;
        this.once = once;
    }

    /**
     * Reports an incident. The answer shows it as it was taken down; the response to it begins a moment later. What is alike and
     * open stands first in {@code similar}: it may be the same.
     *
     * @param key of the caller's own: sent again within a day, the same report is answered the same and is one incident
     */
    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "It is on record. Who may not look at it is shown no more than they said.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is.",
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(anyOf = {WholeIncident.class, IncidentView.class})))
    ResponseEntity<?> report(
            @RequestBody NewIncident report,
            @Parameter(schema = @Schema(type = "string", minLength = 1, maxLength = Once.LONGEST_KEY))
                    @RequestHeader(name = Once.HEADER, required = false)
                    String key,
            Principal who) {
        if (key == null) {
            var id = process.reported(report.asReport());
            return ResponseEntity.created(links.self(id)).body(whole.reported(id));
        }
        var answer = once.answer(who.getName(), key, report, () -> {
            var id = process.reported(report.asReport());
            return new Once.Done(links.self(id).toString(), whole.reported(id));
        });
        return ResponseEntity.created(URI.create(answer.location()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    /**
     * Lists incidents, the newest first.
     *
     * @param service its name or an alias
     * @param q words of the summary or the service
     * @param cursor the {@code next} of the page before
     * @param limit how many at most
     */
    @GetMapping
    Page list(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"open", "closed"}))
                    @RequestParam(required = false)
                    String status,
            @RequestParam(required = false) String service,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"down", "degraded", "insecure", "restored"}))
                    @RequestParam(required = false)
                    String condition,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    String limit) {
        var most = Asked.limit(limit);
        var search = new Search(
                open(status), service(service), condition(condition), emptyToNull(Entered.text(q)), after(cursor));
        var found = sight.find(search, most + 1);
        var items = found.stream()
                .limit(most)
                .map(incident -> IncidentView.of(incident, links))
                .toList();
        return new Page(items, found.size() > most ? items.get(most - 1).id() : null);
    }

    /** Shows one with all that is on record, but what people wrote alone. */
    @GetMapping("/{id}")
    WholeIncident show(@PathVariable String id) {
        return whole.get(sight.get(id).id());
    }

    private static Boolean open(String status) {
        if (status == null || status.isBlank()) {
            return null;
        }
        return switch (status) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw new Refused("status", "Say open or closed, or leave it out for all.");
        };
    }

    /** As the catalogue spells it, which is how the record does. */
    private String service(String text) {
        var name = Entered.text(text);
        return emptyToNull(catalogue.named(name).map(Service::name).orElse(name));
    }

    private static Condition condition(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(Condition.values())
                .filter(condition -> condition.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "condition",
                        Arrays.stream(Condition.values())
                                .map(Condition::toString)
                                .collect(Collectors.joining(", ", "Say one of ", "."))));
    }

    private IncidentId after(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            return sight.get(cursor).id();
        } catch (UnknownIncident e) {
            throw new Refused("cursor", "Give the `next` of the page before, or leave it out.");
        }
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * What a caller reports; the fields are checked where every way in is.
     *
     * @param service its name or an alias
     * @param reporter user id; the caller when left out
     * @param restricted whether only a few people may know of it
     * @param drill whether it is an exercise
     * @param script of a drill: which one is played
     */
    record NewIncident(
            @Schema(requiredMode = REQUIRED) String service,

            @Schema(
                    requiredMode = REQUIRED,
                    allowableValues = {"down", "degraded", "insecure"})
            String condition,

            @Schema(requiredMode = REQUIRED) String summary,
            String reporter,
            Boolean restricted,
            Boolean drill,
            String script) {

        Report asReport() {
            return new Report(
                    service,
                    condition,
                    summary,
                    reporter,
                    Boolean.TRUE.equals(restricted),
                    Boolean.TRUE.equals(drill),
                    script);
        }
    }

    /** @param next the cursor of the following page, absent on the last */
    record Page(List<IncidentView> items, String next) {}
}
