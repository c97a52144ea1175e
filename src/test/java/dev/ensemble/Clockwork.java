package dev.ensemble;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.runtime.Job;

/** Runs one job as the engine's job executor does, with all that it does when the job fails. */
final class Clockwork {

    private Clockwork() {}

    static void execute(ProcessEngine engine, Job job) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try {
            ExecuteJobHelper.executeJob(job.getId(), configuration.getCommandExecutorTxRequired());
        } catch (RuntimeException e) {
            // as the executor's thread: the failure has been dealt with, and is seen in the job
        }
    }
}
