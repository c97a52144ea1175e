package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people have been told of triages, so that nobody is told too often, nor twice after a crash. */
@Repository
public class TriageNotices {

    private final JdbcClient jdbc;
    private final Clock clock;

    TriageNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those who respond are to be asked to look.
     *
     * @param resolved whether because it resolved, or because it fires
     * @param atMostEvery how long ago they must have been asked for the same
     * @return {@code false} where they have been asked lately
     */
    public boolean tell(TriageId id, boolean resolved, Duration atMostEvery) {
        var now = clock.instant();
        var column = resolved ? "resolved_told_at" : "firing_told_at";
        return jdbc.sql("update triage set %1$s = :now where number = :number and (%1$s is null or %1$s < :before)"
                                .formatted(column))
                        .param("now", when(now))
                        .param("before", when(now.minus(atMostEvery)))
                        .param("number", id.number())
                        .update()
                == 1;
    }

    /** Notes in a transaction of its own that it is about to be sent, so that after a crash we look for it first. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void trying(TriageId id) {
        jdbc.sql("update triage set first_tried_at = :at where number = :number and first_tried_at is null")
                .param("at", when(clock.instant()))
                .param("number", id.number())
                .update();
    }

    /** @param stamp by which Slack knows it, {@code null} where there is none */
    public void said(TriageId id, String stamp) {
        jdbc.sql("update triage set said_at = :at, stamp = :stamp where number = :number")
                .param("at", when(clock.instant()))
                .param("stamp", stamp)
                .param("number", id.number())
                .update();
    }

    /** It was said once more. */
    public void saidAgain(TriageId id) {
        jdbc.sql("update triage set asked_again = asked_again + 1 where number = :number")
                .param("number", id.number())
                .update();
    }
}
