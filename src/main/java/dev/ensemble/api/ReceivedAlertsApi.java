package dev.ensemble.api;

import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.alerts.Alerts;
import dev.ensemble.alerts.Alerts.Place;
import dev.ensemble.alerts.Received;
import dev.ensemble.incident.Refused;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the monitoring sent, and what became of it. */
@RestController
class ReceivedAlertsApi {

    private static final List<String> STATES = List.of("open", "declared", "joined", "dismissed", "quiet", "ignored");

    private final Alerts alerts;
    private final Sight sight;

    ReceivedAlertsApi(Alerts alerts, Sight sight) {
        this.alerts = alerts;
        this.sight = sight;
    }

    /**
     * Lists the alerts that came, the newest first.
     *
     * @param cursor the {@code next} of the page before
     * @param limit how many at most
     */
    @GetMapping("/api/v1/alerts")
    Page list(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "open",
                                                "declared",
                                                "joined",
                                                "dismissed",
                                                "quiet",
                                                "ignored"
                                            }))
                    @RequestParam(required = false)
                    String state,
            @RequestParam(required = false) String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    String limit) {
        var most = Asked.limit(limit);
        var found = alerts.find(state(state), sight.circles(), place(cursor), most + 1);
        return new Page(
                found.stream().limit(most).map(ReceivedAlert::of).toList(),
                found.size() > most
                        ? new Place(
                                        found.get(most - 1).at(),
                                        found.get(most - 1).id())
                                .toString()
                        : null);
    }

    private static String state(String text) {
        var state = Asked.text(text);
        if (state != null && !STATES.contains(state)) {
            throw new Refused("state", "Say one of %s.".formatted(String.join(", ", STATES)));
        }
        return state;
    }

    private static Place place(String cursor) {
        var text = Asked.text(cursor);
        return text == null
                ? null
                : Place.of(text)
                        .orElseThrow(
                                () -> new Refused("cursor", "Give the `next` of the page before, or leave it out."));
    }

    /** @param next the cursor of the following page, absent on the last */
    record Page(List<ReceivedAlert> items, String next) {}

    /**
     * One alert as it came.
     *
     * @param status {@code firing}, {@code resolved} or {@code unreadable}
     * @param startedAt absent where the sender does not say
     * @param outcome what became of it at once: {@code opened} or {@code repeated} a triage, {@code quiet}, {@code ignored},
     *     {@code unreadable}
     * @param triage the number of its triage, absent for none
     * @param state what became of the triage: {@code open}, {@code declared}, {@code joined}, {@code dismissed}; absent for
     *     none
     * @param incident the number of the incident that it belongs to, absent for none
     * @param raw what cannot be read as it came, absent for others
     */
    record ReceivedAlert(
            String source,
            String sourceName,
            String key,
            String status,
            String name,
            String summary,
            String severity,
            Map<String, String> labels,
            Instant receivedAt,
            Instant startedAt,
            String link,
            String outcome,
            String triage,
            String state,
            String incident,
            String raw) {

        static ReceivedAlert of(Received came) {
            var alert = came.alert();
            return new ReceivedAlert(
                    came.source(),
                    came.sourceName(),
                    alert.key(),
                    alert.status().name().toLowerCase(Locale.ROOT),
                    alert.name(),
                    alert.summary(),
                    alert.severity(),
                    alert.labels(),
                    came.at(),
                    alert.startedAt(),
                    alert.link(),
                    came.outcome().toString(),
                    came.triage() == null ? null : came.triage().toString(),
                    came.state() == null ? null : came.state().toString(),
                    came.incident() == null ? null : came.incident().toString(),
                    alert.status() == Status.UNREADABLE ? alert.raw() : null);
        }
    }
}
