package dev.ensemble.api;

import dev.ensemble.events.Webhook;
import dev.ensemble.incident.News.Kind;
import java.time.Instant;
import java.util.List;

/**
 * Another system that hears what happens.
 *
 * @param events absent where it is everything
 * @param endedAt absent until the receiver answered that it wants no more
 * @param failures how many tries in a row failed
 * @param restsUntil until when it is left alone for that; absent where it is not
 */
record WebhookView(
        String id,
        String url,
        List<String> events,
        boolean restricted,
        boolean drills,
        String creator,
        Instant createdAt,
        Instant endedAt,
        int failures,
        Instant restsUntil) {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id().toString(),
                webhook.url().toString(),
                webhook.events() == null
                        ? null
                        : webhook.events().stream().map(Kind::toString).sorted().toList(),
                webhook.restricted(),
                webhook.drills(),
                webhook.creator(),
                webhook.createdAt(),
                webhook.endedAt(),
                webhook.failures(),
                webhook.restsUntil());
    }
}
