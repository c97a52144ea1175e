package dev.ensemble.library;

import java.time.Instant;

/**
 * What somebody looks for; every part may be {@code null} and then asks nothing.
 *
 * @param words that all have to be there somewhere
 * @param cause words that all have to be there in the causes
 * @param service as the record spells it
 * @param role the key of a role that somebody held
 * @param from reported then or later
 * @param to reported before
 * @param cursor what the page before ended with
 */
public record Search(
        String words, String cause, String service, String role, Instant from, Instant to, String cursor) {}
