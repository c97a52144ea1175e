package dev.ensemble.incident;

import java.time.Instant;

/**
 * What people outside were told.
 *
 * @param audience whom, and how
 * @param condition as it was when they were told
 * @param noChange whether it says that nothing has changed
 * @param person user id of who wrote it
 * @param nextAt when they hear more at the latest, {@code null} where nothing was promised
 * @param message the message that carries it, {@code null} until it is handed on
 */
public record OutsideUpdate(
        long id,
        IncidentId incident,
        Audience audience,
        Word word,
        Condition condition,
        String text,
        boolean noChange,
        String person,
        Instant at,
        Instant nextAt,
        Long message) {}
