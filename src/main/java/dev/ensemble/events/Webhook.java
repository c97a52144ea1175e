package dev.ensemble.events;

import dev.ensemble.incident.News.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Another system that wants to hear what happens.
 *
 * @param events what it wants to hear of; {@code null} for everything
 * @param restricted whether also of what only few may know, as far as its creator may
 * @param drills whether also of what is only practised
 * @param secret what is signed with it is ours
 * @param creator user id
 * @param endedAt {@code null} until it said that it wants no more
 * @param failures how many tries in a row failed
 * @param restsUntil until when it is left alone for that; {@code null} where it is not
 */
public record Webhook(
        UUID id,
        URI url,
        Set<Kind> events,
        boolean restricted,
        boolean drills,
        String secret,
        String creator,
        Instant createdAt,
        Instant endedAt,
        int failures,
        Instant restsUntil) {

    boolean wants(Kind kind) {
        return endedAt == null && (events == null || events.contains(kind));
    }

    boolean rests(Instant now) {
        return restsUntil != null && restsUntil.isAfter(now);
    }
}
