package dev.ensemble.process;

import dev.ensemble.operate.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a step that failed: by the pauses that the diagram gives; at the time that the other side named, or in a
 * moment where somebody else changed the incident meanwhile, without using up a retry; or not at all when it cannot succeed.
 */
class FailedJob extends DefaultJobRetryCmd {

    private static final Duration UNTIL_OTHERS_ARE_DONE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(FailedJob.class);

    FailedJob(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    public Object execute(CommandContext commandContext) {
        var job = getJob();
        var later = find(TryLater.class);
        if (job != null && (later != null || find(OptimisticLockingException.class) != null)) {
            putOff(job, later == null ? UNTIL_OTHERS_ARE_DONE : later.pause());
            notifyAcquisition(commandContext);
            return null;
        }
        if (job != null && find(CannotSucceed.class) != null) {
            logException(job);
            job.unlock();
            job.setRetries(0);
            tell(job);
            return null;
        }
        var result = super.execute(commandContext);
        if (job != null) {
            tell(job);
        }
        return result;
    }

    /** One line an operator can act on; the stack trace is with the job in Cockpit. */
    private void tell(JobEntity job) {
        var incident = incident(job);
        try (var line = LogLine.about(incident)) {
            LOG.warn(
                    "{} of {} failed: {} {}",
                    job.getActivityId(),
                    incident == null ? "no incident" : incident,
                    reason(job),
                    job.getRetries() == 0
                            ? "It is not tried again by itself; Cockpit shows it."
                            : "It is tried again"
                                    + (job.getDuedate() == null
                                            ? "."
                                            : " at %s."
                                                    .formatted(job.getDuedate().toInstant())));
        }
    }

    private String reason(JobEntity job) {
        if (job.getTenantId() == null) {
            return exception.getMessage();
        }
        return Circles.isNobodys(job.getTenantId())
                ? "It may be about restricted incidents, so an administrator finds the reason in Cockpit."
                : "It is restricted, so the reason is not told here.";
    }

    private static String incident(JobEntity job) {
        var execution = job.getExecution();
        return execution == null ? null : execution.getProcessBusinessKey();
    }

    private static void putOff(JobEntity job, Duration pause) {
        job.setDuedate(Date.from(Instant.now().plus(pause)));
        job.unlock();
    }

    private <T> T find(Class<T> type) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
