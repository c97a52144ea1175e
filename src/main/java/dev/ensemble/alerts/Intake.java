package dev.ensemble.alerts;

import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.TriageId;
import dev.ensemble.incident.Triages;
import dev.ensemble.process.AlertRouting;
import dev.ensemble.process.AlertRouting.Action;
import dev.ensemble.process.AlertRouting.Route;
import dev.ensemble.process.Collisions;
import dev.ensemble.process.TriageProcess;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes alerts in: when this returns, they are safe. Where it fails, some may be kept and will be counted once more when they are
 * sent again. Two requests that bring the same new alert in one moment open one triage: the database lets one of them, and the
 * other does it again and finds it there.
 */
@Component
public class Intake {

    /** Many at once can lose against each other several times. */
    private static final int TIMES = 12;

    private static final int TURNS = 256;

    /** The others wait, so that people find a processor and a connection in the middle of a storm. */
    private static final int AT_ONCE = 4;

    private static final List<String> NAMES_OF_THE_SERVICE = List.of("service", "application", "app", "job", "host");

    private final Triages triages;
    private final Alerts alerts;
    private final TriageProcess process;
    private final AlertRouting routing;
    private final QuietWindows quiet;
    private final AskToLook askToLook;
    private final Catalogue catalogue;
    private final MeterRegistry meters;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    Intake(
            Triages triages,
            Alerts alerts,
            TriageProcess process,
            AlertRouting routing,
            QuietWindows quiet,
            AskToLook askToLook,
            Catalogue catalogue,
            MeterRegistry meters,
            TransactionTemplate transaction,
            Clock clock) {
        this.triages = triages;
        this.alerts = alerts;
        this.process = process;
        this.routing = routing;
        this.quiet = quiet;
        this.askToLook = askToLook;
        this.catalogue = catalogue;
        this.meters = meters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param sent the alerts of one request, in its order; not inside a transaction, which could not be done again */
    public void take(AlertSource source, List<Alert> sent) {
        atOnce.acquireUninterruptibly();
        try {
            takeNow(source, sent);
        } finally {
            atOnce.release();
        }
    }

    private void takeNow(AlertSource source, List<Alert> sent) {
        // All take the keys in the same order, so that no two wait for each other.
        var inOrder = sent.stream()
                .map(Readable::of)
                .sorted(Comparator.comparing(Alert::key))
                .toList();
        var fresh = Collisions.again(TIMES, () -> transaction.execute(status -> countRepeats(source, inOrder)));
        inOrder.stream().filter(alert -> !fresh.contains(alert)).forEach(alert -> count(source, repeated(alert)));
        fresh.forEach(alert -> count(source, takeFresh(source, alert)));
    }

    /** Repeats wait for nobody. What is left is what nobody knows of yet. */
    private List<Alert> countRepeats(AlertSource source, List<Alert> inOrder) {
        return inOrder.stream()
                .filter(alert -> {
                    var held = triages.held(key(source, alert));
                    held.ifPresent(triage -> repeat(source, alert, triage));
                    return held.isEmpty();
                })
                .toList();
    }

    /** On this node one after the other for each key, before any of them keeps a connection; the database sees to it among nodes. */
    private Outcome takeFresh(AlertSource source, Alert alert) {
        var key = key(source, alert);
        synchronized (turns[Math.floorMod(key.hashCode(), turns.length)]) {
            return Collisions.again(
                    TIMES,
                    () -> transaction.execute(status -> triages.held(key)
                            .map(triage -> repeat(source, alert, triage))
                            .orElseGet(() -> decide(source, alert))));
        }
    }

    private Outcome repeat(AlertSource source, Alert alert, Triage triage) {
        keep(source, alert, repeated(alert), triage.restricted(), triage.id());
        askToLook.heard(triage, alert);
        return repeated(alert);
    }

    private static Outcome repeated(Alert alert) {
        return alert.status() == Status.UNREADABLE ? Outcome.UNREADABLE : Outcome.REPEATED;
    }

    private Outcome decide(AlertSource source, Alert alert) {
        var route = alert.status() == Status.UNREADABLE
                ? AlertRouting.somebodyLooks()
                : routing.route(source.kind(), alert.name(), alert.severity(), alert.labels());
        var service = service(route, alert);
        var restricted = route.condition() == Condition.INSECURE;
        if (route.action() == Action.IGNORE || alert.status() == Status.RESOLVED) {
            return keep(source, alert, Outcome.IGNORED, restricted, null);
        }
        if (quiet.isQuiet(service.orElse(null), clock.instant())) {
            return keep(source, alert, Outcome.QUIET, restricted, null);
        }
        var triage = triages.open(first(source, alert, route, service));
        var outcome = alert.status() == Status.UNREADABLE ? Outcome.UNREADABLE : Outcome.OPENED;
        keep(source, alert, outcome, restricted, triage.id());
        process.opened(triage, route.action() == Action.DECLARE && service.isPresent());
        return outcome;
    }

    private Outcome keep(AlertSource source, Alert alert, Outcome outcome, boolean restricted, TriageId triage) {
        alerts.add(
                new Received(
                        UUID.randomUUID(),
                        clock.instant(),
                        source.kind(),
                        source.name(),
                        alert,
                        outcome,
                        restricted,
                        triage,
                        null,
                        null),
                key(source, alert));
        return outcome;
    }

    /** Two integrations of one kind may send the same. */
    private static String key(AlertSource source, Alert alert) {
        return "%s %s".formatted(source.kind(), alert.key());
    }

    private static Triage.First first(AlertSource source, Alert alert, Route route, Optional<String> service) {
        return new Triage.First(
                key(source, alert),
                source.kind(),
                source.name(),
                alert.name(),
                alert.summary().isEmpty() ? alert.name() : alert.summary(),
                service.orElse(null),
                route.condition(),
                route.askAgainAfter(),
                route.askAtMost());
    }

    /** As the catalogue names it: by the routing table, or by the first label that names one. */
    private Optional<String> service(Route route, Alert alert) {
        return Stream.concat(
                        route.service().stream(),
                        NAMES_OF_THE_SERVICE.stream()
                                .flatMap(label ->
                                        Stream.ofNullable(alert.labels().get(label))))
                .flatMap(name -> catalogue.named(name).map(Service::name).stream())
                .findFirst();
    }

    private void count(AlertSource source, Outcome outcome) {
        count(source, "received");
        count(source, outcome.toString());
    }

    private void count(AlertSource source, String outcome) {
        meters.counter("ensemble.alerts", "source", source.kind(), "outcome", outcome)
                .increment();
    }
}
