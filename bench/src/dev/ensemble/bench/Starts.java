package dev.ensemble.bench;

import static dev.ensemble.bench.Compared.timed;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.model.bpmn.Bpmn;

/** The report of an incident, and what Camunda's own interface takes to start the least process there is, in the same app. */
final class Starts {

    static final String REPORT = """
            {"service": "Figgy", "condition": "down", "summary": "Readers see an error on every page"}""";

    private static final String BARE = "bare";

    private Starts() {}

    static Compared compared(Product product) {
        deploy(product);
        return new Compared(
                "start an incident",
                timed(() -> product.send("POST", "rosa", "/api/v1/incidents", REPORT)),
                timed(() -> product.send(
                        "POST", "rosa", "/engine-rest/process-definition/key/%s/start".formatted(BARE), "{}")));
    }

    /** One task, without what the product adds to every task that it finds in a diagram. */
    private static void deploy(Product product) {
        var process = Bpmn.createExecutableProcess(BARE)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("wait")
                .camundaCandidateGroups("responders")
                .endEvent()
                .done();
        product.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(BARE + ".bpmn", process)
                .deploy();
        let(product, "responders");
        var engine = (ProcessEngineConfigurationImpl) product.engine().getProcessEngineConfiguration();
        engine.getCommandExecutorTxRequired().execute((Command<Void>) commands -> {
            var definition = engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(BARE);
            var task = (UserTaskActivityBehavior) definition.findActivity("wait").getActivityBehavior();
            task.getTaskDefinition().getTaskListeners().clear();
            task.getTaskDefinition().getBuiltinTaskListeners().clear();
            // Which makes it forget them.
            task.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_DELETE, deleted -> {});
            return null;
        });
    }

    private static void let(Product product, String group) {
        var authorizations = product.engine().getAuthorizationService();
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(BARE);
        grant.addPermission(Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(grant);
    }
}
