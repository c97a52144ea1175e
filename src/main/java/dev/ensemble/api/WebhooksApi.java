package dev.ensemble.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ensemble.contract.Seen;
import dev.ensemble.events.Deliveries;
import dev.ensemble.events.Delivery;
import dev.ensemble.events.Delivery.State;
import dev.ensemble.events.Subscribing;
import dev.ensemble.events.Subscribing.Wish;
import dev.ensemble.events.UnknownDelivery;
import dev.ensemble.events.UnknownWebhook;
import dev.ensemble.events.Webhook;
import dev.ensemble.events.Webhooks;
import dev.ensemble.incident.Refused;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which other systems hear what happens, and what became of what they were told. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksApi {

    private final Subscribing subscribing;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Sight sight;
    private final Links links;
    private final Seen seen;

    WebhooksApi(
            Subscribing subscribing, Webhooks webhooks, Deliveries deliveries, Sight sight, Links links, Seen seen) {
        this.subscribing = subscribing;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sight = sight;
        this.links = links;
        this.seen = seen;
    }

    /** Tells another system what happens. The secret is shown this once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NewWebhook> make(@RequestBody Wish wish, Principal person) {
        var webhook = subscribing.begun(wish, person.getName());
        return ResponseEntity.created(links.webhook(webhook.id()))
                .body(new NewWebhook(WebhookView.of(webhook), webhook.secret()));
    }

    /** Lists which other systems are told. */
    @GetMapping
    WebhookList list() {
        return new WebhookList(webhooks.all().stream().map(WebhookView::of).toList());
    }

    /** Shows one. */
    @GetMapping("/{id}")
    ResponseEntity<WebhookView> show(@PathVariable String id) {
        return seen.shown(WebhookView.of(known(id)));
    }

    /**
     * Tells it nothing any more.
     *
     * @param expected the {@code ETag} of what the caller saw; the webhook as it is when left out
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String expected) {
        subscribing.over(known(id).id(), now -> seen.check(expected, WebhookView.of(now)));
    }

    /** Sends an event that stands for none, to see whether it arrives. */
    @PostMapping("/{id}/ping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView ping(@PathVariable String id) {
        return DeliveryView.of(subscribing.pinged(known(id)));
    }

    /**
     * What it was told, the newest first.
     *
     * @param cursor the {@code next} of the page before
     * @param limit how many at most
     */
    @GetMapping("/{id}/deliveries")
    Page deliveries(
            @PathVariable String id,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    String limit) {
        var webhook = known(id);
        var most = Asked.limit(limit);
        var found = seen(webhook, state(state), cursor(cursor), most + 1);
        var isAll = found.size() <= most;
        var page = isAll ? found : found.subList(0, most);
        return new Page(
                page.stream().map(DeliveryView::of).toList(),
                isAll ? null : Long.toString(page.get(most - 1).id()));
    }

    /** Tells it once more. */
    @PostMapping("/{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView redeliver(@PathVariable String id, @PathVariable String delivery) {
        var webhook = known(id);
        return DeliveryView.of(subscribing.again(webhook, known(webhook, delivery)));
    }

    /** As many as are asked for of those that are for whoever asks. */
    private List<Delivery> seen(Webhook webhook, State state, Long before, int limit) {
        var seen = new ArrayList<Delivery>();
        var next = before;
        while (seen.size() < limit) {
            var some = deliveries.of(webhook.id(), state, next, limit);
            some.stream().filter(this::isForThem).limit(limit - seen.size()).forEach(seen::add);
            if (some.size() < limit) {
                break;
            }
            next = some.get(limit - 1).id();
        }
        return seen;
    }

    private boolean isForThem(Delivery delivery) {
        return delivery.incident() == null || sight.look(delivery.incident()).isPresent();
    }

    private Webhook known(String id) {
        try {
            return webhooks.find(UUID.fromString(id)).orElseThrow(() -> new UnknownWebhook(id));
        } catch (IllegalArgumentException e) {
            throw new UnknownWebhook(id);
        }
    }

    private Delivery known(Webhook webhook, String id) {
        try {
            return deliveries
                    .find(Long.parseLong(id))
                    .filter(delivery -> delivery.webhook().equals(webhook.id()))
                    .filter(this::isForThem)
                    .orElseThrow(() -> new UnknownDelivery(id));
        } catch (NumberFormatException e) {
            throw new UnknownDelivery(id);
        }
    }

    private static State state(String text) {
        var asked = Asked.text(text);
        return asked == null
                ? null
                : State.named(asked)
                        .orElseThrow(() ->
                                new Refused("state", "Say due, delivered, dead or dropped, or leave it out for all."));
    }

    private static Long cursor(String text) {
        var asked = Asked.text(text);
        try {
            return asked == null ? null : Long.valueOf(asked);
        } catch (NumberFormatException e) {
            throw new Refused("cursor", "Give what the page before named as next.");
        }
    }

    record WebhookList(List<WebhookView> items) {}

    /** @param secret signs all that goes there; nobody shows it again */
    record NewWebhook(@JsonUnwrapped WebhookView webhook, String secret) {}

    /** @param next the cursor of the next page; absent on the last */
    record Page(List<DeliveryView> items, String next) {}
}
