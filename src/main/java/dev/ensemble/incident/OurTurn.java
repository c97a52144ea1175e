package dev.ensemble.incident;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The incidents that nobody else can change until the transaction at hand ends, since we hold their rows. They are read once,
 * and again only after we have changed something ourselves: a step asks for its incident dozens of times.
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

    /** The incident as it is: what was read before, where it is ours. */
    Incident read(IncidentId id, Supplier<Incident> reading) {
        if (!isNow(id)) {
            return reading.get();
        }
        var read = bound().read;
        var known = read.get(id);
        if (known == null) {
            known = reading.get();
            read.put(id, known);
        }
        return known;
    }

    /** Whoever changes the row of an incident says so. */
    void changed() {
        var held = bound();
        if (held != null) {
            held.read.clear();
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

    /** What a transaction holds; one that runs in between does not see it. */
    private final class Held implements TransactionSynchronization {

        private final Set<IncidentId> ours = new HashSet<>();
        private final Map<IncidentId, Incident> read = new HashMap<>();

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
