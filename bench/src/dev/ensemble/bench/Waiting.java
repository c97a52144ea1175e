package dev.ensemble.bench;

import java.util.List;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an incident waits for, as an engine's tables have it. It looks by a connection of its own, which is not counted. */
record Waiting(JdbcClient jdbc) {

    private static final String OF_THE_INCIDENT =
            " join ACT_RU_EXECUTION instance on instance.ID_ = %s where instance.BUSINESS_KEY_ = :key";

    /** The ids of the open tasks of that name. */
    List<String> tasks(String incident, String task) {
        return jdbc.sql("select task.ID_ from ACT_RU_TASK task" + OF_THE_INCIDENT.formatted("task.PROC_INST_ID_")
                        + " and task.TASK_DEF_KEY_ = :task order by task.CREATE_TIME_, task.ID_")
                .param("key", incident)
                .param("task", task)
                .query(String.class)
                .list();
    }

    /** The ids of the steps that can be done now. */
    List<String> steps(String incident) {
        return jdbc.sql("select job.ID_ from ACT_RU_JOB job" + OF_THE_INCIDENT.formatted("job.PROCESS_INSTANCE_ID_")
                        + " and job.TYPE_ = 'message' order by job.CREATE_TIME_, job.ID_")
                .param("key", incident)
                .query(String.class)
                .list();
    }

    /** The id of the timer that is set for an event. */
    String timer(String incident, String event) {
        return jdbc.sql("select job.ID_ from ACT_RU_JOB job join ACT_RU_JOBDEF place on place.ID_ = job.JOB_DEF_ID_"
                        + OF_THE_INCIDENT.formatted("job.PROCESS_INSTANCE_ID_") + " and place.ACT_ID_ = :event")
                .param("key", incident)
                .param("event", event)
                .query(String.class)
                .single();
    }

    boolean isOver(String incident) {
        return jdbc.sql("select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = :key")
                        .param("key", incident)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Each box that the incident came to, and how often, by its id. */
    List<String> walked(String incident) {
        return jdbc.sql("""
                        select box.ACT_ID_ || ' x ' || count(*) from ACT_HI_ACTINST box
                        join ACT_HI_PROCINST instance on instance.PROC_INST_ID_ = box.PROC_INST_ID_
                        where instance.BUSINESS_KEY_ = :key group by box.ACT_ID_ order by box.ACT_ID_""")
                .param("key", incident)
                .query(String.class)
                .list();
    }

    /** The ids of the message events that the incident came to, each as often as it did. */
    List<String> heard(String incident) {
        return jdbc.sql("""
                        select box.ACT_ID_ from ACT_HI_ACTINST box
                        join ACT_HI_PROCINST instance on instance.PROC_INST_ID_ = box.PROC_INST_ID_
                        where instance.BUSINESS_KEY_ = :key
                            and (box.ACT_TYPE_ in ('messageStartEvent', 'boundaryMessage')
                                or box.ACT_TYPE_ = 'intermediateMessageCatch' and box.END_TIME_ is not null
                                    and box.ACT_INST_STATE_ <> :cancelled)
                        order by box.START_TIME_, box.ACT_ID_""").param("key", incident)
                .param("cancelled", ActivityInstanceState.CANCELED.getStateCode())
                .query(String.class)
                .list();
    }
}
