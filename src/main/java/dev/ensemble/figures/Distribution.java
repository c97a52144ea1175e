package dev.ensemble.figures;

import java.util.List;

/**
 * How long something took, over all that did it. In seconds; {@code null} where none did.
 *
 * @param n how many did
 * @param p50 half of them took no longer; the others alike
 * @param histogram how many took how long, those that took longest last
 */
public record Distribution(
        long n, Double p10, Double p25, Double p50, Double p75, Double p90, Double max, List<Bucket> histogram) {

    /**
     * How many took longer than the bucket before says, and no longer than this.
     *
     * @param upTo in seconds, {@code null} for the last, which has no end
     */
    public record Bucket(Long upTo, long count) {}
}
