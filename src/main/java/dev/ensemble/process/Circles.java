package dev.ensemble.process;

import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;

/**
 * A restricted incident belongs to a tenant of its own from the first second, with all that it calls; so the engine itself
 * keeps it from those who are not of its circle. All others belong to none. What the clock begins is about all incidents, also
 * restricted ones: it belongs to a circle that nobody is of.
 */
class Circles implements TenantIdProvider {

    private static final String NOBODYS = "nobodys";

    /** One that nobody can guess. */
    static String another() {
        return UUID.randomUUID().toString();
    }

    /** Whether it is the circle of what the clock begins. */
    static boolean isNobodys(String circle) {
        return NOBODYS.equals(circle);
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext beginning) {
        if (beginning.getSuperExecution() != null) {
            return beginning.getSuperExecution().getTenantId();
        }
        if (isIncident(beginning)) {
            return IncidentReported.read(beginning.getVariables()).isRestricted() ? another() : null;
        }
        return Beside.isBeginning() ? Beside.circle() : NOBODYS;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext beginning) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decided) {
        var execution = decided.getExecution();
        return execution == null ? null : execution.getTenantId();
    }

    private static boolean isIncident(TenantIdProviderProcessInstanceContext beginning) {
        return beginning.getProcessDefinition().getKey().equals(Diagrams.INCIDENT);
    }
}
