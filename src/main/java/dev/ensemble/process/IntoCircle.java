package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the engine keeps about an incident that everybody could see belongs to its circle from now on: what runs, what waits,
 * and what has been. The engine knows no such move, so it is done in its tables.
 */
@Component
class IntoCircle {

    /** What is at work on these in this very moment has to read them anew: it would write on for everybody. */
    private static final List<String> AT_WORK = List.of(
            "update ACT_RU_EXECUTION set TENANT_ID_ = :circle, REV_ = REV_ + 1 where PROC_INST_ID_ in (%s)",
            "update ACT_RU_JOB set TENANT_ID_ = :circle, REV_ = REV_ + 1 where PROCESS_INSTANCE_ID_ in (%s)",
            "update ACT_RU_TASK set TENANT_ID_ = :circle, REV_ = REV_ + 1 where PROC_INST_ID_ in (%s)",
            "update ACT_RU_VARIABLE set TENANT_ID_ = :circle, REV_ = REV_ + 1 where PROC_INST_ID_ in (%s)",
            "update ACT_RU_EVENT_SUBSCR set TENANT_ID_ = :circle, REV_ = REV_ + 1 where PROC_INST_ID_ in (%s)",
            "update ACT_RU_INCIDENT set TENANT_ID_ = :circle, REV_ = REV_ + 1 where PROC_INST_ID_ in (%s)",
            "update ACT_RU_EXT_TASK set TENANT_ID_ = :circle, REV_ = REV_ + 1 where PROC_INST_ID_ in (%s)",
            "update ACT_RU_IDENTITYLINK set TENANT_ID_ = :circle, REV_ = REV_ + 1 where TASK_ID_ in"
                    + " (select ID_ from ACT_RU_TASK where PROC_INST_ID_ in (%s))");

    private static final String INSTANCES =
            "select ID_ from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ in (:roots) and PARENT_ID_ is null";

    private static final List<String> HISTORY = List.of(
            "ACT_GE_BYTEARRAY",
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_VARINST",
            "ACT_HI_DETAIL",
            "ACT_HI_IDENTITYLINK",
            "ACT_HI_COMMENT",
            "ACT_HI_ATTACHMENT",
            "ACT_HI_OP_LOG",
            "ACT_HI_INCIDENT",
            "ACT_HI_JOB_LOG",
            "ACT_HI_EXT_TASK_LOG",
            "ACT_HI_DECINST",
            "ACT_HI_DEC_IN",
            "ACT_HI_DEC_OUT");

    private final Incidents incidents;
    private final JdbcClient jdbc;

    IntoCircle(Incidents incidents, JdbcClient jdbc) {
        this.incidents = incidents;
        this.jdbc = jdbc;
    }

    /** It is done when the engine has written all that this transaction changes, which it does last. */
    void move(IncidentId incident, String circle) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                moveNow(incident, circle);
            }
        });
    }

    private void moveNow(IncidentId incident, String circle) {
        var roots = roots(incident);
        // The first time waits for those who are writing; only then can be seen what they have written.
        AT_WORK.stream().limit(2).forEach(update -> update(update, roots, circle));
        AT_WORK.forEach(update -> update(update, roots, circle));
        HISTORY.forEach(table -> update(
                "update %s set TENANT_ID_ = :circle where ROOT_PROC_INST_ID_ in (:roots)".formatted(table),
                roots,
                circle));
    }

    private void update(String sql, List<String> roots, String circle) {
        jdbc.sql(sql.formatted(INSTANCES))
                .param("roots", roots)
                .param("circle", circle)
                .update();
    }

    /** The outermost instances of the incident, and of those that were merged into it. */
    private List<String> roots(IncidentId incident) {
        return incidents.withParts(incident).stream()
                .flatMap(part -> jdbc.sql("""
                                        select ID_ from ACT_RU_EXECUTION
                                        where BUSINESS_KEY_ = :number and ID_ = ROOT_PROC_INST_ID_
                                        union
                                        select ID_ from ACT_HI_PROCINST
                                        where BUSINESS_KEY_ = :number and ID_ = ROOT_PROC_INST_ID_""").param("number", part.toString()).query(String.class).list().stream())
                .toList();
    }
}
