package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Restrictions;
import dev.ensemble.incident.Triages;
import java.util.List;
import java.util.stream.Stream;
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
    private static final String AT_WORK = "update %s set TENANT_ID_ = :circle, REV_ = REV_ + 1 where %s in (:ids)";

    private static final List<String> WRITTEN_FIRST = List.of("ACT_RU_EXECUTION", "ACT_RU_JOB");

    private static final List<String> WRITTEN_THEN =
            List.of("ACT_RU_TASK", "ACT_RU_VARIABLE", "ACT_RU_EVENT_SUBSCR", "ACT_RU_INCIDENT", "ACT_RU_EXT_TASK");

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

    private final Restrictions restrictions;
    private final Triages triages;
    private final JdbcClient jdbc;

    IntoCircle(Restrictions restrictions, Triages triages, JdbcClient jdbc) {
        this.restrictions = restrictions;
        this.triages = triages;
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
        WRITTEN_FIRST.forEach(table -> moveAtWork(table, roots, circle));
        WRITTEN_FIRST.forEach(table -> moveAtWork(table, roots, circle));
        WRITTEN_THEN.forEach(table -> moveAtWork(table, roots, circle));
        update(AT_WORK.formatted("ACT_RU_IDENTITYLINK", "TASK_ID_"), tasks(roots), circle);
        HISTORY.forEach(table -> update(
                "update %s set TENANT_ID_ = :circle where ROOT_PROC_INST_ID_ in (:ids)".formatted(table),
                roots,
                circle));
    }

    private void moveAtWork(String table, List<String> roots, String circle) {
        var column = table.equals("ACT_RU_JOB") ? "PROCESS_INSTANCE_ID_" : "PROC_INST_ID_";
        update(AT_WORK.formatted(table, column), instances(roots), circle);
    }

    /** By ids that were read before: a query inside the update is run for each row of the table on H2. */
    private void update(String sql, List<String> ids, String circle) {
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).param("circle", circle).update();
        }
    }

    private List<String> instances(List<String> roots) {
        return ids("select distinct PROC_INST_ID_ from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ in (:ids)", roots);
    }

    private List<String> tasks(List<String> roots) {
        return ids("select ID_ from ACT_RU_TASK where PROC_INST_ID_ in (:ids)", instances(roots));
    }

    private List<String> ids(String sql, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(sql).param("ids", ids).query(String.class).list();
    }

    /** The outermost instances of the incident, of those that were merged into it, and of the alerts that it is about. */
    private List<String> roots(IncidentId incident) {
        return restrictions.withParts(incident).stream()
                .flatMap(part -> Stream.concat(
                        Stream.of(part.toString()),
                        triages.of(part).stream().map(triage -> triage.id().toString())))
                .flatMap(part -> jdbc.sql("""
                                        select ID_ from ACT_RU_EXECUTION
                                        where BUSINESS_KEY_ = :number and ID_ = ROOT_PROC_INST_ID_
                                        union
                                        select ID_ from ACT_HI_PROCINST
                                        where BUSINESS_KEY_ = :number and ID_ = ROOT_PROC_INST_ID_""").param("number", part).query(String.class).list().stream())
                .toList();
    }
}
