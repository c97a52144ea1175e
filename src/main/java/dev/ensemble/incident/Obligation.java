package dev.ensemble.incident;

import java.time.Instant;

/**
 * Something that people outside are owed by a time.
 *
 * @param audience its key in the communication plan
 * @param overdueSaidAt {@code null} unless the moderator was told that it is late
 * @param metAt {@code null} until they are told
 * @param endedAt {@code null} while it is owed
 */
public record Obligation(
        long id,
        IncidentId incident,
        String audience,
        Word word,
        Instant owedAt,
        Instant dueAt,
        Instant overdueSaidAt,
        Instant metAt,
        Instant endedAt) {}
