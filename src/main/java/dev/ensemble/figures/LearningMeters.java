package dev.ensemble.figures;

import dev.ensemble.operate.Asking;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The figures of the last year for Prometheus. They are gauges, since a corrected time takes back what was counted; any node
 * tells the same.
 */
@Component
class LearningMeters implements MeterBinder {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Supplier<Optional<Learning>> learning;

    LearningMeters(Figures figures, FiguresProperties settings, Asking asking, Clock clock) {
        learning = asking.of(
                () -> figures.learning(new Window(clock.instant().minus(A_YEAR), null, null)), settings.keptFor());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "ensemble.learning", "incidents", "Incidents of the last year", Tags.empty(), learning ->
                (double) learning.incidents());
        for (var span : Span.values()) {
            distribution(
                    registry,
                    "report_to_" + span.measured(),
                    span.bounds(),
                    learning -> learning.spans().get(span));
        }
        distribution(registry, "offer_to_answer", Figures.OFFER_BOUNDS, Learning::offerToAnswer);
        share(registry, "repeat_rate", Learning::repeatRate);
        share(registry, "meeting_held", Learning::meetingHeld);
        share(registry, "follow_ups_verified", Learning::followUpsVerified);
        share(registry, "follow_ups_declined", Learning::followUpsDeclined);
        share(registry, "follow_ups_let_go", Learning::followUpsLetGo);
        share(registry, "follow_ups_late", Learning::followUpsLate);
    }

    private void distribution(
            MeterRegistry registry, String span, List<Long> bounds, Function<Learning, Distribution> figure) {
        var tags = Tags.of("span", span);
        Map<String, Function<Distribution, Double>> quantiles = Map.of(
                "0.1", Distribution::p10,
                "0.25", Distribution::p25,
                "0.5", Distribution::p50,
                "0.75", Distribution::p75,
                "0.9", Distribution::p90,
                "1", Distribution::max);
        quantiles.forEach((quantile, value) -> gauge(
                registry,
                "ensemble.learning.span",
                "seconds",
                "How long it took",
                tags.and("quantile", quantile),
                figure.andThen(value)));
        for (var bound : bounds) {
            gauge(
                    registry,
                    "ensemble.learning.span.within",
                    "incidents",
                    "How many took no longer",
                    tags.and("seconds", bound.toString()),
                    figure.andThen(distribution -> within(distribution, bound)));
        }
        gauge(
                registry,
                "ensemble.learning.span.within",
                "incidents",
                "How many took no longer",
                tags.and("seconds", "+Inf"),
                figure.andThen(distribution -> (double) distribution.n()));
    }

    private void share(MeterRegistry registry, String of, Function<Learning, Share> figure) {
        gauge(
                registry,
                "ensemble.learning.share",
                "ratio",
                "How many of how many",
                Tags.of("share", of),
                figure.andThen(Share::share));
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String unit,
            String meaning,
            Tags tags,
            Function<Learning, Double> figure) {
        Gauge.builder(name, () -> learning.get().map(figure).orElse(null))
                .baseUnit(unit)
                .description(meaning)
                .tags(tags)
                .register(registry);
    }

    private static double within(Distribution distribution, long bound) {
        return distribution.histogram().stream()
                .filter(bucket -> bucket.upTo() != null && bucket.upTo() <= bound)
                .mapToLong(Distribution.Bucket::count)
                .sum();
    }
}
