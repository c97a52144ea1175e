package dev.ensemble.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * What is said to everybody and belongs to no incident.
 *
 * @param words the name of the words under {@code bpmn/messages}
 * @param text {@code null} where there was nothing to say
 * @param mark what we look for before we say it again
 * @param addedAt when it was written down
 * @param firstTriedAt {@code null} until it was first sent
 * @param saidAt {@code null} until it was said
 */
public record Notice(
        long id, String words, String text, UUID mark, Instant addedAt, Instant firstTriedAt, Instant saidAt) {}
