package dev.ensemble.events;

import dev.ensemble.incident.Incidents;
import dev.ensemble.process.CannotSucceed;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.TryLater;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Takes one event to one other system. It may arrive twice, under the same id. A system that fails is left alone for a while by
 * all that is on its way there, so that it holds up nobody else.
 */
@Component
class DeliverEvent implements Step {

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final Incidents incidents;
    private final Discretion discretion;
    private final Event event;
    private final Receivers receivers;
    private final WebhookProperties settings;
    private final Clock clock;

    DeliverEvent(
            Deliveries deliveries,
            Webhooks webhooks,
            Incidents incidents,
            Discretion discretion,
            Event event,
            Receivers receivers,
            WebhookProperties settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.incidents = incidents;
        this.discretion = discretion;
        this.event = event;
        this.receivers = receivers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing is left of what was for a webhook that is no more. */
    @Override
    public void run(Token token) {
        deliveries
                .find(token.delivery())
                .ifPresent(
                        delivery -> webhooks.find(delivery.webhook()).ifPresent(webhook -> deliver(delivery, webhook)));
    }

    private void deliver(Delivery delivery, Webhook webhook) {
        if (webhook.endedAt() != null) {
            deliveries.dropped(delivery.id(), "The receiver wants no more.");
            return;
        }
        if (delivery.incident() != null && !discretion.lets(webhook, incidents.get(delivery.incident()))) {
            deliveries.dropped(delivery.id(), "It is not for this webhook any more.");
            return;
        }
        if (webhook.rests(clock.instant())) {
            throw later(
                    delivery,
                    Duration.between(clock.instant(), webhook.restsUntil()),
                    "%s is left alone for a while, since it failed.".formatted(host(webhook)));
        }
        settle(delivery, webhook, ask(delivery, webhook));
    }

    private Answered ask(Delivery delivery, Webhook webhook) {
        try {
            return receivers.post(
                    webhook.url(),
                    webhook.secret(),
                    new Signature(delivery.mark(), clock.instant(), event.of(delivery)));
        } catch (NotPublic e) {
            deliveries.tried(delivery.id(), e.getMessage());
            throw new CannotSucceed(e.getMessage(), e);
        } catch (IOException e) {
            var why = "%s cannot be reached: %s"
                    .formatted(host(webhook), e.getClass().getSimpleName());
            failed(delivery, webhook, why, settings.rest(webhook.failures()));
            throw new NotTaken(why);
        }
    }

    private void settle(Delivery delivery, Webhook webhook, Answered answered) {
        var outcome = "%s answered %d".formatted(host(webhook), answered.status());
        if (answered.isTaken()) {
            deliveries.tried(delivery.id(), outcome);
            deliveries.delivered(delivery.id());
            webhooks.well(webhook.id());
        } else if (answered.wantsNoMore()) {
            deliveries.tried(delivery.id(), outcome);
            deliveries.dropped(delivery.id(), outcome);
            webhooks.ended(webhook.id());
        } else if (answered.retryAfter() != null) {
            var wish = settings.granted(answered.retryAfter());
            failed(delivery, webhook, outcome, wish);
            throw later(delivery, wish, outcome);
        } else {
            failed(delivery, webhook, outcome, settings.rest(webhook.failures()));
            throw new NotTaken(outcome);
        }
    }

    private void failed(Delivery delivery, Webhook webhook, String why, Duration rest) {
        deliveries.tried(delivery.id(), why);
        webhooks.failed(webhook.id(), clock.instant().plus(rest));
    }

    /** Waiting uses up no try, so that patience has to end otherwise. */
    private RuntimeException later(Delivery delivery, Duration pause, String why) {
        return settings.isOutOfPatience(delivery.dueSince(), clock.instant())
                ? new CannotSucceed(why, null)
                : new TryLater(pause, why);
    }

    /** What stands behind it may be as secret as a password. */
    private static String host(Webhook webhook) {
        return webhook.url().getHost();
    }
}
