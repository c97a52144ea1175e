package dev.ensemble.process;

import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.CleanableHistoricBatchReportImpl;
import org.camunda.bpm.engine.impl.CleanableHistoricCaseInstanceReportImpl;
import org.camunda.bpm.engine.impl.CleanableHistoricDecisionInstanceReportImpl;
import org.camunda.bpm.engine.impl.CleanableHistoricProcessInstanceReportImpl;
import org.camunda.bpm.engine.impl.HistoricActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.HistoricCaseActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.cmd.GetUniqueTaskWorkerCountCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;

/**
 * Some of what the engine counts it counts without asking who may see it: restricted incidents would show in the sums. Only
 * administrators, who see all, get these.
 */
class Uncounted extends CommandInterceptor {

    private static final Set<Class<?>> COUNT_ALL = Set.of(
            HistoricActivityStatisticsQueryImpl.class,
            HistoricCaseActivityStatisticsQueryImpl.class,
            HistoricDecisionInstanceStatisticsQueryImpl.class,
            CleanableHistoricProcessInstanceReportImpl.class,
            CleanableHistoricDecisionInstanceReportImpl.class,
            CleanableHistoricCaseInstanceReportImpl.class,
            CleanableHistoricBatchReportImpl.class,
            MetricsQueryImpl.class,
            GetUniqueTaskWorkerCountCmd.class);

    private final IdentityService identities;

    Uncounted(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var who = identities.getCurrentAuthentication();
        if (who != null && COUNT_ALL.contains(command.getClass()) && !Membership.isAdministrator(who.getGroupIds())) {
            throw new Plainly.NotTaken(
                    Status.FORBIDDEN,
                    new NotAllowed("This counts what not everybody may see, so only administrators get it."));
        }
        return next.execute(command);
    }
}
