package dev.ensemble.bench;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Two ways measured in turns, and one of them twice: what its two halves differ is the machine's noise.
 *
 * @param ours does it once and tells how long it took, in nanoseconds
 * @param theirs the same
 */
record Compared(String what, LongSupplier ours, LongSupplier theirs) {

    private static final int DIGITS = 3;
    private static final double WARM_UP = 0.3;
    private static final int FEWEST = 4;

    /** Warms up, then measures as many rounds as there is time for. */
    Figures measured(int rounds, Duration atMost) {
        var until = System.nanoTime() + atMost.toNanos();
        for (var round = 0; round < rounds * WARM_UP && System.nanoTime() < until - atMost.toNanos() / 2; round++) {
            ours.getAsLong();
            theirs.getAsLong();
        }
        var figures = new Figures(what, new Histogram(DIGITS), new Histogram(DIGITS), new Histogram(DIGITS));
        for (var round = 0; round < rounds && (round < FEWEST || System.nanoTime() < until); round++) {
            // Whoever comes first finds the caches as the other left them; so each does in turn.
            if (round % 2 == 0) {
                figures.ours.recordValue(ours.getAsLong());
                figures.theirs.recordValue(theirs.getAsLong());
                figures.again.recordValue(theirs.getAsLong());
            } else {
                figures.again.recordValue(theirs.getAsLong());
                figures.theirs.recordValue(theirs.getAsLong());
                figures.ours.recordValue(ours.getAsLong());
            }
        }
        return figures;
    }

    /** How long something takes that tells nothing itself. */
    static LongSupplier timed(Runnable doing) {
        return () -> {
            var begun = System.nanoTime();
            doing.run();
            return System.nanoTime() - begun;
        };
    }

    /** @param again the other half of theirs */
    record Figures(String what, Histogram ours, Histogram theirs, Histogram again) {

        static String head(String our, String their) {
            return """

                    | | rounds | %1$s p50 | p99 | %2$s p50 | p99 | p50 ÷ p50 | p99 ÷ p99 | noise |
                    | --- | --- | --- | --- | --- | --- | --- | --- | --- |""".formatted(our, their);
        }

        /** As a row of a table. */
        @Override
        public String toString() {
            return "| %s | %d | %s | %s | %s | %s | **%.2f** | %.2f | %.2f |"
                    .formatted(
                            what,
                            ours.getTotalCount(),
                            milliseconds(ours, 50),
                            milliseconds(ours, 99),
                            milliseconds(theirs, 50),
                            milliseconds(theirs, 99),
                            ratio(50, ours, theirs),
                            ratio(99, ours, theirs),
                            ratio(50, again, theirs));
        }

        private static String milliseconds(Histogram times, double percentile) {
            return "%.1f ms".formatted(times.getValueAtPercentile(percentile) / 1e6);
        }

        private static double ratio(double percentile, Histogram some, Histogram others) {
            return (double) some.getValueAtPercentile(percentile) / others.getValueAtPercentile(percentile);
        }
    }
}
