package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Incident;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** What is taken to other systems, each in a diagram of its own that holds up nothing else. */
@Component
public class DeliveryProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Unchecked unchecked;

    DeliveryProcess(RuntimeService runtime, ManagementService management, Unchecked unchecked) {
        this.runtime = runtime;
        this.management = management;
        this.unchecked = unchecked;
    }

    /**
     * Something is to be delivered; it goes out after the transaction at hand.
     *
     * @param about the incident that it is about, {@code null} where it is about none
     */
    public void putDown(long delivery, Incident about) {
        var number = about == null ? null : about.id().toString();
        Beside.begin(
                about == null ? null : about.circle(),
                () -> unchecked.run(() ->
                        runtime.startProcessInstanceByKey(Diagrams.DELIVERY, number, Map.of("delivery", delivery))));
    }

    /**
     * It is tried now, whether it waits for its next try or was given up.
     *
     * @return {@code false} where nothing of it runs any more
     * @throws Conflict when it is tried at this very moment
     */
    public boolean triedNow(long delivery) {
        try {
            return unchecked.ask(() -> {
                var jobs = jobs(delivery);
                jobs.forEach(job -> {
                    management.setJobRetries(job.getId(), Math.max(job.getRetries(), 1));
                    management.setJobDuedate(job.getId(), null);
                });
                return !jobs.isEmpty();
            });
        } catch (OptimisticLockingException e) {
            throw new Conflict("It is being delivered at this very moment. Look again in a few seconds.");
        }
    }

    private List<Job> jobs(long delivery) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Diagrams.DELIVERY)
                .variableValueEquals("delivery", delivery)
                .list()
                .stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }
}
