package dev.ensemble.incident;

import java.time.Instant;

/**
 * One time that an incident went through a box of its diagram.
 *
 * @param box its id in the diagram
 * @param until {@code null} while it is there
 * @param cutShort whether something else took it away from there
 */
public record Passage(String box, Instant since, Instant until, boolean cutShort) {}
