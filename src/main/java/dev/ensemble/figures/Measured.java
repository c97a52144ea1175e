package dev.ensemble.figures;

import dev.ensemble.figures.Distribution.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What is measured in seconds, one after the other, until its distribution is asked for. Here and not in the database, which
 * would sort all of them once for each percentile.
 */
final class Measured {

    private final List<Long> bounds;
    private final DoubleStream.Builder gathered = DoubleStream.builder();

    /** @param bounds of the histogram's buckets, ascending */
    Measured(List<Long> bounds) {
        this.bounds = bounds;
    }

    /** @param until {@code null} where it has not happened, which counts for nothing */
    void add(Instant from, Instant until) {
        if (until != null) {
            gathered.add(Duration.between(from, until).toNanos() / 1e9);
        }
    }

    /** Once, when everything has been added. */
    Distribution distribution() {
        var seconds = gathered.build().toArray();
        Arrays.sort(seconds);
        return new Distribution(
                seconds.length,
                percentile(seconds, 0.1),
                percentile(seconds, 0.25),
                percentile(seconds, 0.5),
                percentile(seconds, 0.75),
                percentile(seconds, 0.9),
                percentile(seconds, 1),
                histogram(seconds));
    }

    private List<Bucket> histogram(double[] seconds) {
        var buckets = new ArrayList<Bucket>();
        var counted = 0;
        for (var bound : bounds) {
            var before = counted;
            while (counted < seconds.length && seconds[counted] <= bound) {
                counted++;
            }
            buckets.add(new Bucket(bound, counted - before));
        }
        buckets.add(new Bucket(null, seconds.length - counted));
        return buckets;
    }

    /** Between two that were measured, by the way that it lies between them. Milliseconds are what the record keeps. */
    private static Double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return null;
        }
        var place = share * (sorted.length - 1);
        var below = sorted[(int) Math.floor(place)];
        var above = sorted[(int) Math.ceil(place)];
        return Math.round((below + (above - below) * (place - Math.floor(place))) * 1000) / 1000.0;
    }
}
