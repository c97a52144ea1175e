package dev.ensemble.process;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;

/** Two change the same at the same moment: whoever loses does the whole again, on what the other left. */
public final class Collisions {

    private static final int TIMES = 5;

    /** A transaction that has to be done again, on PostgreSQL and H2 alike: serialization failure, deadlock. */
    private static final String COLLIDED = "40";

    private Collisions() {}

    /** @param doing a whole transaction */
    static <T> T again(Supplier<T> doing) {
        return again(TIMES, doing);
    }

    /**
     * @param times how often at most
     * @param doing a whole transaction
     */
    public static <T> T again(int times, Supplier<T> doing) {
        for (var left = times; ; left--) {
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
                    || cause instanceof ConcurrencyFailureException
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
