package dev.ensemble.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that people find in Tasklist. Put there once: what they make of them afterwards is theirs. */
@Component
class FirstFilters {

    static final String OPEN_ROLES = "Open roles";
    static final String JOIN_IN = "Join in";

    /** Remembers that the list was there once: a team may have taken it out since. */
    private static final String JOIN_IN_PUT = "ensemble.list.join-in";

    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService management;
    private final Grants grants;

    FirstFilters(FilterService filters, TaskService tasks, ManagementService management, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.management = management;
        this.grants = grants;
    }

    void put() {
        if (filters.createTaskFilterQuery().count() == 0) {
            putFirst();
        }
        if (!management.getProperties().containsKey(JOIN_IN_PUT)) {
            putJoinIn();
            management.setProperty(JOIN_IN_PUT, "put");
        }
    }

    private void putFirst() {
        put(
                0,
                "Mine",
                "What I have taken on, the most urgent first",
                "#1f5fa8",
                tasks.createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .orderByDueDate()
                        .asc());
        put(
                10,
                OPEN_ROLES,
                "Roles that nobody holds yet",
                "#a8531f",
                tasks.createTaskQuery()
                        .taskDefinitionKey("takeRole")
                        .orderByTaskCreateTime()
                        .asc());
        put(
                20,
                "Overdue",
                "Tasks that should be done by now",
                "#a81f2f",
                tasks.createTaskQuery()
                        .dueBeforeExpression("${now()}")
                        .orderByDueDate()
                        .asc());
        put(
                30,
                "All open tasks",
                "Everything that waits for somebody",
                "#4d4d4d",
                tasks.createTaskQuery().orderByTaskCreateTime().desc());
    }

    /** It came later than the first ones, so that a database may have those without it. */
    private void putJoinIn() {
        put(
                15,
                JOIN_IN,
                "Incidents whose Ensemble you can join, as an expert or to learn",
                "#1f8a5b",
                tasks.createTaskQuery()
                        .taskDefinitionKey("joinEnsemble")
                        .orderByTaskCreateTime()
                        .desc());
    }

    /** @param place the lower, the further up */
    private void put(int place, String name, String description, String color, TaskQuery query) {
        var filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "priority",
                place,
                "description",
                description,
                "color",
                color,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of()));
        filters.saveFilter(filter);
        grants.group(Membership.RESPONDERS, Resources.FILTER, filter.getId(), Permissions.READ);
    }
}
