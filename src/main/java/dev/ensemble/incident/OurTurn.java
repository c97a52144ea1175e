package dev.ensemble.incident;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The incidents that nobody else can change until the transaction at hand ends, since we hold their rows. They, who holds their
 * roles and what people outside are owed and were told are read once, and again only after we have changed something of the kind
 * ourselves: a step asks for the same dozens of times.
 */
@Component
class OurTurn {

    /** From now on it is ours. */
    void begin(IncidentId id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            held().ours.add(id);
        }
    }

    boolean isNow(IncidentId id) {
        var held = bound();
        return held != null && held.ours.contains(id);
    }

    /**
     * What there is of an incident: what was read before, where it is ours.
     *
     * @param kind of what is read
     */
    @SuppressWarnings("unchecked")
    <T> T read(Class<?> kind, IncidentId id, Supplier<T> reading) {
        if (!isNow(id)) {
            return reading.get();
        }
        var read = bound().read;
        var part = new Part(kind, id);
        var known = (T) read.get(part);
        if (known == null) {
            known = reading.get();
            read.put(part, known);
        }
        return known;
    }

    /** What was read of it before; empty where it is not ours, or was not read since we changed something. */
    Optional<Incident> known(IncidentId id) {
        return isNow(id)
                ? Optional.ofNullable((Incident) bound().read.get(new Part(Incident.class, id)))
                : Optional.empty();
    }

    /** Whoever changes something of the kind says so, of whichever incident. */
    void changed(Class<?> kind) {
        var held = bound();
        if (held != null) {
            held.read.keySet().removeIf(part -> part.kind() == kind);
        }
    }

    private Held bound() {
        return (Held) TransactionSynchronizationManager.getResource(this);
    }

    private Held held() {
        var held = bound();
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return held;
    }

    private record Part(Class<?> kind, IncidentId id) {}

    /** What a transaction holds; one that runs in between does not see it. */
    private final class Held implements TransactionSynchronization {

        private final Set<IncidentId> ours = new HashSet<>();
        private final Map<Part, Object> read = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OurTurn.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OurTurn.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OurTurn.this);
        }
    }
}
