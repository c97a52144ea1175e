package dev.ensemble.incident;

import java.time.Instant;

/**
 * What a timeline entry said before somebody corrected it.
 *
 * @param entry the entry's id
 * @param correctedAt when somebody did
 * @param person user id of who did
 * @param at the time that it had until then
 * @param text the text that it had until then, {@code null} for none
 */
public record Correction(long entry, Instant correctedAt, String person, Instant at, String text) {}
