package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do to one incident happens one after the other: each takes the incident's row first and reads the rest only
 * then. Should time move the process on meanwhile, which takes no turn, it is done again on what that left.
 */
@Component
class OneAtATime {

    private static final int TIMES = 5;

    /** A transaction that has to be done again, on PostgreSQL and H2 alike: serialization failure, deadlock. */
    private static final String COLLIDED = "40";

    private static final String INCIDENT_OF_TASK = """
            select instance.BUSINESS_KEY_ from ACT_RU_TASK task
            join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
            where task.ID_ = :task""";

    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OneAtATime(Incidents incidents, JdbcClient jdbc, TransactionTemplate transaction) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    <T> T on(IncidentId incident, Supplier<T> doing) {
        return again(() -> transaction.execute(status -> {
            incidents.takeTurn(incident);
            return doing.get();
        }));
    }

    /** @param doing told whether the task is still there when its turn has come */
    <T> T onTask(String task, Function<Boolean, T> doing) {
        return again(() -> transaction.execute(status -> {
            jdbc.sql(INCIDENT_OF_TASK)
                    .param("task", task)
                    .query(String.class)
                    .optional()
                    .map(IncidentId::of)
                    .ifPresent(incidents::takeTurn);
            return doing.apply(isThere(task));
        }));
    }

    private boolean isThere(String task) {
        return jdbc.sql("select count(*) from ACT_RU_TASK where ID_ = :task")
                        .param("task", task)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static <T> T again(Supplier<T> doing) {
        for (var left = TIMES; ; left--) {
            try {
                return doing.get();
            } catch (RuntimeException e) {
                if (left == 1 || !hasCollided(e)) {
                    throw e;
                }
            }
        }
    }

    /** Two changed the same, or one waited for the other for longer than the database lets it. */
    private static boolean hasCollided(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof PessimisticLockingFailureException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith(COLLIDED)) {
                return true;
            }
        }
        return false;
    }
}
