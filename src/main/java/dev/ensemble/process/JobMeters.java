package dev.ensemble.process;

import dev.ensemble.operate.Asking;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine's clockwork has to do, by diagram. What belongs to restricted incidents is counted with what no incident
 * began, so that nobody sees by a diagram's name that there is one.
 */
@Component
class JobMeters implements MeterBinder {

    private static final String OTHER = "other";

    private static final String DUE =
            "RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or DUEDATE_ <= :now)";

    private static final String QUEUES = """
            select diagram, count(case when due then 1 end) as due, count(case when RETRIES_ = 0 then 1 end) as failed,
                min(case when due then coalesce(DUEDATE_, CREATE_TIME_) end) as oldest
            from (select case when TENANT_ID_ is null then PROCESS_DEF_KEY_ end as diagram, %s as due,
                RETRIES_, DUEDATE_, CREATE_TIME_ from ACT_RU_JOB) job
            group by diagram""".formatted(DUE);

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Supplier<Optional<Map<String, Queue>>> queues;

    JobMeters(RepositoryService repository, JdbcClient jdbc, Asking asking, Clock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.clock = clock;
        this.queues = asking.of(this::queues);
    }

    /** What waits, what is not tried again by itself, and since when the first of those waiting does. */
    private record Queue(long due, long failed, Instant oldest) {

        private static final Queue EMPTY = new Queue(0, 0, null);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var diagram : diagrams()) {
            gauge(registry, "due", null, "Steps and timers whose time has come", diagram, queue ->
                    (double) queue.due());
            gauge(registry, "failed", null, "Steps that are not tried again by themselves", diagram, queue ->
                    (double) queue.failed());
            gauge(registry, "oldest.due", "seconds", "For how long the first of those due waits", diagram, this::age);
        }
    }

    private Iterable<String> diagrams() {
        var diagrams = new TreeSet<String>();
        diagrams.add(OTHER);
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .forEach(diagrams::add);
        return diagrams;
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String unit,
            String meaning,
            String diagram,
            Function<Queue, Double> figure) {
        Gauge.builder(
                        "ensemble.jobs." + name,
                        () -> queues.get()
                                .map(all -> figure.apply(all.getOrDefault(diagram, Queue.EMPTY)))
                                .orElse(null))
                .baseUnit(unit)
                .description(meaning)
                .tag("process", diagram)
                .register(registry);
    }

    private double age(Queue queue) {
        return queue.oldest() == null
                ? 0
                : Math.max(0, Duration.between(queue.oldest(), clock.instant()).toMillis() / 1_000.0);
    }

    private Map<String, Queue> queues() {
        var found = new HashMap<String, Queue>();
        jdbc.sql(QUEUES)
                // As the engine writes it: in the zone of this machine.
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> found.put(diagram(row), queue(row)))
                .list();
        return found;
    }

    private static String diagram(ResultSet row) throws SQLException {
        var diagram = row.getString("diagram");
        return diagram == null ? OTHER : diagram;
    }

    private static Queue queue(ResultSet row) throws SQLException {
        var oldest = row.getTimestamp("oldest");
        return new Queue(row.getLong("due"), row.getLong("failed"), oldest == null ? null : oldest.toInstant());
    }
}
