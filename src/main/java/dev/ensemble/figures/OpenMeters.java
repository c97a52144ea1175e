package dev.ensemble.figures;

import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Stage;
import dev.ensemble.operate.Asking;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open incidents by where they stand and what is wrong. Drills and restricted ones are left out as in all figures, and
 * with them all that is insecure.
 */
@Component
class OpenMeters implements MeterBinder {

    private static final Set<Stage> OPEN = EnumSet.range(Stage.ANNOUNCE, Stage.FOLLOW_UP);
    private static final Set<Condition> TOLD = EnumSet.complementOf(EnumSet.of(Condition.INSECURE));

    private static final String COUNTED = """
            select stage, condition, count(*) as incidents from incident
            where closed_at is null and not drill and not restricted
            group by stage, condition""";

    private final JdbcClient jdbc;
    private final Supplier<Optional<Map<Standing, Long>>> counted;

    OpenMeters(JdbcClient jdbc, Asking asking) {
        this.jdbc = jdbc;
        this.counted = asking.of(this::count);
    }

    /** Where an incident stands, and what is wrong. */
    private record Standing(String stage, String condition) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var stage : OPEN) {
            for (var condition : TOLD) {
                gauge(registry, new Standing(stage.toString(), condition.toString()));
            }
        }
    }

    private void gauge(MeterRegistry registry, Standing such) {
        Gauge.builder(
                        "ensemble.incidents.open",
                        () -> counted.get()
                                .map(all -> all.getOrDefault(such, 0L))
                                .orElse(null))
                .description("Open incidents but drills and restricted ones")
                .tag("stage", such.stage())
                .tag("condition", such.condition())
                .register(registry);
    }

    private Map<Standing, Long> count() {
        var found = new HashMap<Standing, Long>();
        jdbc.sql(COUNTED)
                .query((row, index) -> found.put(
                        new Standing(row.getString("stage"), row.getString("condition")), row.getLong("incidents")))
                .list();
        return found;
    }
}
