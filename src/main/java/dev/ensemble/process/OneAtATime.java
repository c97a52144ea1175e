package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.TriageId;
import dev.ensemble.incident.Triages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do to one incident happens one after the other: each takes the incident's row first and reads the rest only
 * then. Should time move the process on meanwhile, which takes no turn, it is done again on what that left.
 */
@Component
class OneAtATime {

    private static final String INSTANCE_OF_TASK = """
            select instance.BUSINESS_KEY_, instance.PROC_INST_ID_ from ACT_RU_TASK task
            join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
            where task.ID_ = :task""";

    private final Incidents incidents;
    private final Triages triages;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Beginning beginning;

    OneAtATime(
            Incidents incidents,
            Triages triages,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Beginning beginning) {
        this.incidents = incidents;
        this.triages = triages;
        this.beginning = beginning;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    <T> T on(IncidentId incident, Supplier<T> doing) {
        return Collisions.again(() -> transaction.execute(status -> {
            take(incident);
            return doing.get();
        }));
    }

    /** The same; in the transaction at hand where there is one, since whoever completes a task has the turn already. */
    void inTurn(IncidentId incident, Runnable doing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            doing.run();
            return;
        }
        on(incident, () -> {
            doing.run();
            return null;
        });
    }

    /** Takes the turn in the transaction at hand; the response to the incident has begun then. */
    void take(IncidentId incident) {
        incidents.takeTurn(incident);
        beginning.catchUp(incident);
    }

    /** @param doing told whether the task is still there when its turn has come */
    <T> T onTask(String task, Function<Boolean, T> doing) {
        return Collisions.again(() -> transaction.execute(status -> {
            jdbc.sql(INSTANCE_OF_TASK).param("task", task).query(this::takeTurn);
            return doing.apply(isThere(task));
        }));
    }

    private void takeTurn(ResultSet instance) throws SQLException {
        var key = instance.getString("BUSINESS_KEY_");
        if (TriageId.isSpelledSo(key)) {
            triages.takeTurn(instance.getString("PROC_INST_ID_"));
        } else {
            incidents.takeTurn(IncidentId.of(key));
        }
    }

    private boolean isThere(String task) {
        return jdbc.sql("select count(*) from ACT_RU_TASK where ID_ = :task")
                        .param("task", task)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
