package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.alerts.AlertReaders;
import dev.ensemble.alerts.AlertSources;
import dev.ensemble.alerts.AlertSources.Listed;
import dev.ensemble.alerts.AlertSources.Made;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Refused.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Administrators and process owners let monitoring systems send alerts, and take that back. */
@RestController
@RequestMapping(AlertSourcesApi.ALL)
class AlertSourcesApi {

    static final String ALL = "/api/v1/alert-sources";
    private static final int LONGEST_NAME = 100;

    private final AlertSources sources;
    private final AlertReaders readers;

    AlertSourcesApi(AlertSources sources, AlertReaders readers) {
        this.sources = sources;
        this.readers = readers;
    }

    /** Lists who sends alerts, the newest first, revoked ones too. */
    @GetMapping
    List<AlertSourceView> list() {
        return sources.all().stream().map(AlertSourceView::of).toList();
    }

    /** Shows one. */
    @GetMapping("/{id}")
    AlertSourceView show(@PathVariable String id) {
        return AlertSourceView.of(known(id));
    }

    /** Lets a monitoring system send alerts. The answer is the only one that ever has its token. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NewAlertSource> make(@RequestBody AlertSourceWish asking, Principal who) {
        var faults = new ArrayList<Fault>();
        var kind = Entered.text(asking.kind());
        if (!readers.kinds().contains(kind)) {
            faults.add(new Fault("kind", "Say one of %s.".formatted(String.join(", ", readers.kinds()))));
        }
        var name = Entered.text(asking.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add(new Fault("name", "Say what you call it, in at most %d characters.".formatted(LONGEST_NAME)));
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        var made = sources.make(kind, name, who.getName());
        return ResponseEntity.created(
                        URI.create("%s/%d".formatted(ALL, made.source().id())))
                .body(NewAlertSource.of(made));
    }

    /** Takes its token back. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Principal who) {
        sources.revoke(known(id).id(), who.getName());
    }

    private Listed known(String id) {
        try {
            return sources.find(Long.parseLong(id)).orElseThrow(() -> new UnknownAlertSource(id));
        } catch (NumberFormatException e) {
            throw new UnknownAlertSource(id);
        }
    }

    /**
     * @param kind what it sends: {@code alertmanager}, {@code grafana}, {@code checkmk} or {@code generic}
     * @param name what people here call it
     */
    record AlertSourceWish(
            @Schema(
                    requiredMode = REQUIRED,
                    allowableValues = {"alertmanager", "grafana", "checkmk", "generic"})
            String kind,

            @Schema(requiredMode = REQUIRED) String name) {}

    /**
     * @param sendsTo the path that it sends its alerts to
     * @param token shown this once
     */
    record NewAlertSource(long id, String kind, String name, String sendsTo, String token, Instant madeAt) {

        static NewAlertSource of(Made made) {
            var source = made.source();
            return new NewAlertSource(
                    source.id(),
                    source.kind(),
                    source.name(),
                    "/api/v1/alerts/" + source.kind(),
                    made.token(),
                    source.madeAt());
        }
    }

    /**
     * @param lastUsedAt to the minute, absent for never
     * @param revokedAt absent as long as its token is right
     */
    record AlertSourceView(
            long id,
            String kind,
            String name,
            String madeBy,
            Instant madeAt,
            Instant lastUsedAt,
            String revokedBy,
            Instant revokedAt) {

        static AlertSourceView of(Listed source) {
            return new AlertSourceView(
                    source.id(),
                    source.kind(),
                    source.name(),
                    source.madeBy(),
                    source.madeAt(),
                    source.lastUsedAt(),
                    source.revokedBy(),
                    source.revokedAt());
        }
    }
}
