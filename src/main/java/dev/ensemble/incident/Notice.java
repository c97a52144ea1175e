package dev.ensemble.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to be said that belongs to no incident.
 *
 * @param kind the name of its words under {@code bpmn/messages}
 * @param day the day that it is for; of a month, its first
 * @param mark what we look for before we say it again
 * @param firstTriedAt {@code null} until it was first sent
 */
public record Notice(long id, String kind, LocalDate day, UUID mark, Instant firstTriedAt) {}
