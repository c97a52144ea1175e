package dev.ensemble.events;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.events.Delivery.State;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.News.Kind;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Refused.Fault;
import dev.ensemble.process.DeliveryProcess;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about who hears what happens. */
@Component
public class Subscribing {

    private static final int LONGEST_URL = 2000;
    /** What happens is put down for each of them at once. */
    private static final int MOST = 50;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Destinations destinations;
    private final Discretion discretion;
    private final Outbox outbox;
    private final Incidents incidents;
    private final DeliveryProcess process;

    Subscribing(
            Webhooks webhooks,
            Deliveries deliveries,
            Destinations destinations,
            Discretion discretion,
            Outbox outbox,
            Incidents incidents,
            DeliveryProcess process) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.discretion = discretion;
        this.outbox = outbox;
        this.incidents = incidents;
        this.process = process;
    }

    /**
     * From now on another system hears what happens.
     *
     * @throws Refused naming what cannot be taken
     * @throws Conflict when there are too many
     */
    public Webhook begun(Wish wish, String person) {
        var faults = new ArrayList<Fault>();
        var url = url(Entered.text(wish.url()), faults);
        var events = events(wish.events(), faults);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        if (webhooks.all().size() >= MOST) {
            throw new Conflict("There are %d webhooks, which is the most there can be.".formatted(MOST));
        }
        return webhooks.add(
                url.orElseThrow(),
                events,
                Boolean.TRUE.equals(wish.restricted()),
                Boolean.TRUE.equals(wish.drills()),
                Signature.newSecret(),
                person);
    }

    /**
     * It hears nothing any more, and what is on its way there has nowhere to go.
     *
     * @param first looks at the webhook when nobody else can change it any more, and may throw
     * @throws UnknownWebhook when somebody has ended it already
     */
    @Transactional
    public void over(UUID webhook, Consumer<Webhook> first) {
        first.accept(webhooks.held(webhook).orElseThrow(() -> new UnknownWebhook(webhook.toString())));
        var open = deliveries.open(webhook);
        webhooks.remove(webhook);
        open.forEach(process::triedNow);
    }

    /** @throws Conflict when it wants no more */
    @Transactional
    public Delivery pinged(Webhook webhook) {
        check(webhook);
        return outbox.ping(webhook);
    }

    /**
     * Something goes out now, be it given up, waiting for its next try, or delivered before.
     *
     * @throws Conflict when it must not go out any more
     */
    @Transactional
    public Delivery again(Webhook webhook, Delivery delivery) {
        check(webhook);
        var incident = delivery.incident() == null ? null : incidents.get(delivery.incident());
        if (delivery.state() == State.DROPPED || incident != null && !discretion.lets(webhook, incident)) {
            throw new Conflict("It is not for this webhook any more.");
        }
        deliveries.dueAgain(delivery.id());
        webhooks.well(webhook.id());
        if (!process.triedNow(delivery.id())) {
            process.putDown(delivery.id(), incident);
        }
        return deliveries.find(delivery.id()).orElseThrow();
    }

    private static void check(Webhook webhook) {
        if (webhook.endedAt() != null) {
            throw new Conflict("The receiver answered that it wants no more. Make another webhook.");
        }
    }

    private Optional<URI> url(String text, List<Fault> faults) {
        var before = faults.size();
        if (text.isEmpty() || text.length() > LONGEST_URL) {
            faults.add(new Fault("url", "Give an address like https://example.org/events."));
            return Optional.empty();
        }
        try {
            var url = new URI(text);
            check(url, faults);
            return faults.size() == before ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            faults.add(new Fault("url", "Give an address like https://example.org/events."));
            return Optional.empty();
        }
    }

    private void check(URI url, List<Fault> faults) {
        if (url.getHost() == null || url.getPort() > 65535) {
            faults.add(new Fault("url", "Give an address like https://example.org/events."));
        } else if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            faults.add(new Fault("url", "Leave out the user name and what comes after #."));
        } else if (!"https".equals(url.getScheme())
                && !("http".equals(url.getScheme()) && destinations.isNamed(url.getHost()))) {
            faults.add(new Fault("url", "Begin with https://."));
        } else {
            checkDestination(url.getHost(), faults);
        }
    }

    private void checkDestination(String host, List<Fault> faults) {
        try {
            destinations.resolve(host);
        } catch (NotPublic e) {
            faults.add(new Fault("url", e.getMessage()));
        } catch (UnknownHostException e) {
            faults.add(new Fault("url", "Nobody knows the host %s.".formatted(host)));
        }
    }

    private static Set<Kind> events(List<String> types, List<Fault> faults) {
        if (types == null) {
            return null;
        }
        if (types.isEmpty()) {
            faults.add(new Fault("events", "Name at least one, or leave it out for all."));
        }
        var events = EnumSet.noneOf(Kind.class);
        for (var index = 0; index < types.size(); index++) {
            var kind = Kind.of(types.get(index));
            if (kind.isEmpty()) {
                faults.add(new Fault("events[%d]".formatted(index), "Say one of %s.".formatted(known())));
            }
            kind.ifPresent(events::add);
        }
        return events;
    }

    private static String known() {
        return Stream.of(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "));
    }

    /**
     * What somebody asks for.
     *
     * @param events types; {@code null} for all
     * @param restricted whether also of what only few may know; no when {@code null}
     * @param drills whether also of what is only practised; no when {@code null}
     */
    @Schema(name = "WebhookWish")
    public record Wish(
            @Schema(requiredMode = REQUIRED) String url, List<String> events, Boolean restricted, Boolean drills) {}
}
