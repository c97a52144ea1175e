package dev.ensemble.process;

import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Way;
import dev.ensemble.operate.Asking;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages on their way outside, which are those that an instance of {@code say.bpmn} runs for: what has been said is not
 * looked through. Restricted incidents are left out, since even a sum over many would tell of them.
 */
@Component
class MessageMeters implements MeterBinder {

    /** Written down, and kept until people work. */
    private static final String FOR_WORKING_HOURS = "for-working-hours";

    private static final List<String> STATES =
            List.of(State.DUE.toString(), FOR_WORKING_HOURS, State.TRYING.toString(), State.HANDED_OVER.toString());

    private static final String WAITING = """
            select message.way, message.state, message.kind, count(distinct message.id) as waiting
            from ACT_RU_VARIABLE running
            join message on message.id = running.LONG_
            join incident on incident.number = message.incident
            where running.NAME_ = 'message' and message.state in (:due, :trying, :handedOver) and not incident.restricted
            group by message.way, message.state, message.kind""";

    private final JdbcClient jdbc;
    private final Supplier<Optional<Map<Waiting, Long>>> waiting;

    MessageMeters(JdbcClient jdbc, Asking asking) {
        this.jdbc = jdbc;
        this.waiting = asking.of(this::waiting);
    }

    /** How a message goes out, and what it waits for. */
    private record Waiting(String way, String state) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var way : Way.values()) {
            for (var state : STATES) {
                gauge(registry, new Waiting(way.toString(), state));
            }
        }
    }

    private void gauge(MeterRegistry registry, Waiting such) {
        Gauge.builder(
                        "ensemble.messages.waiting",
                        () -> waiting.get()
                                .map(all -> all.getOrDefault(such, 0L))
                                .orElse(null))
                .description("Messages on their way outside")
                .tag("way", such.way())
                .tag("state", such.state())
                .register(registry);
    }

    private Map<Waiting, Long> waiting() {
        var found = new HashMap<Waiting, Long>();
        jdbc.sql(WAITING)
                .param("due", State.DUE.toString())
                .param("trying", State.TRYING.toString())
                .param("handedOver", State.HANDED_OVER.toString())
                .query((row, index) -> found.merge(
                        new Waiting(row.getString("way"), state(row.getString("state"), row.getString("kind"))),
                        row.getLong("waiting"),
                        Long::sum))
                .list();
        return found;
    }

    private static String state(String state, String kind) {
        return state.equals(State.DUE.toString()) && Kind.of(kind).canWait() ? FOR_WORKING_HOURS : state;
    }
}
