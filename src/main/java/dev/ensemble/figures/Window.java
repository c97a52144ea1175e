package dev.ensemble.figures;

import java.time.Instant;

/**
 * Which incidents are counted; every part may be {@code null} and then leaves none out.
 *
 * @param from reported then or later
 * @param to reported before
 * @param service as the record spells it
 */
public record Window(Instant from, Instant to, String service) {}
