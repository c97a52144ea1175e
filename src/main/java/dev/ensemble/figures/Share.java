package dev.ensemble.figures;

/**
 * How many of how many.
 *
 * @param share from 0 to 1, {@code null} of none
 */
public record Share(long count, long of, Double share) {

    static Share of(long count, long all) {
        return new Share(count, all, all == 0 ? null : Math.round(1000.0 * count / all) / 1000.0);
    }
}
