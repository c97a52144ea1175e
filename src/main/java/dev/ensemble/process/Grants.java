package dev.ensemble.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Who may do what in the engine. A grant that is there already is not touched: an administrator may have changed it. */
@Component
class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void toGroups() {
        toAdministrators();
        toResponders(Membership.RESPONDERS);
        toResponders(Membership.SECURITY);
        group(Membership.SECURITY, Resources.FILTER, ANY, Permissions.READ);
        toProcessOwners();
    }

    private void toAdministrators() {
        for (var resource : Resources.values()) {
            group(Membership.ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
    }

    /** Every responder can do every task that they see: at three in the morning somebody has to stand in for whoever does not answer. */
    private void toResponders(String group) {
        for (var application : new String[] {"tasklist", "cockpit", "welcome"}) {
            group(group, Resources.APPLICATION, application, Permissions.ACCESS);
        }
        group(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.READ_HISTORY);
        group(group, Resources.PROCESS_DEFINITION, Diagrams.INCIDENT, ProcessDefinitionPermissions.CREATE_INSTANCE);
        group(
                group,
                Resources.PROCESS_INSTANCE,
                ANY,
                ProcessInstancePermissions.CREATE,
                ProcessInstancePermissions.READ);
        group(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        group(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        group(group, Resources.USER, ANY, Permissions.READ);
        group(group, Resources.GROUP, ANY, Permissions.READ);
    }

    private void toProcessOwners() {
        group(Membership.PROCESS_OWNERS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        group(Membership.PROCESS_OWNERS, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.ALL);
        group(
                Membership.PROCESS_OWNERS,
                Resources.PROCESS_INSTANCE,
                ANY,
                ProcessInstancePermissions.CREATE,
                ProcessInstancePermissions.READ,
                ProcessInstancePermissions.UPDATE,
                ProcessInstancePermissions.RETRY_JOB);
        group(Membership.PROCESS_OWNERS, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    }

    /** They start incidents and do nothing else, not even change their own password as other users can. */
    void toOtherSystems() {
        for (var own : authorizations
                .createAuthorizationQuery()
                .userIdIn(Identity.OTHER_SYSTEMS)
                .resourceType(Resources.USER)
                .list()) {
            authorizations.deleteAuthorization(own.getId());
        }
        otherSystems(
                Resources.PROCESS_DEFINITION,
                Diagrams.INCIDENT,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        otherSystems(Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
    }

    void group(String group, Resource resource, String id, Permission... permissions) {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0) {
            return;
        }
        var grant = grant(resource, id, permissions);
        grant.setGroupId(group);
        authorizations.saveAuthorization(grant);
    }

    private void otherSystems(Resource resource, String id, Permission... permissions) {
        if (authorizations
                        .createAuthorizationQuery()
                        .userIdIn(Identity.OTHER_SYSTEMS)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0) {
            return;
        }
        var grant = grant(resource, id, permissions);
        grant.setUserId(Identity.OTHER_SYSTEMS);
        authorizations.saveAuthorization(grant);
    }

    private Authorization grant(Resource resource, String id, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        return grant;
    }
}
