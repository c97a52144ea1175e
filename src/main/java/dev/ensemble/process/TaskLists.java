package dev.ensemble.process;

import dev.ensemble.incident.IncidentProperties;
import org.camunda.bpm.engine.FilterService;
import org.springframework.stereotype.Component;

/** Where people find what is to be done. */
@Component
public class TaskLists {

    private final FilterService filters;
    private final Unchecked unchecked;
    private final IncidentProperties house;

    TaskLists(FilterService filters, Unchecked unchecked, IncidentProperties house) {
        this.filters = filters;
        this.unchecked = unchecked;
        this.house = house;
    }

    /** The address of the list of roles to take; of Tasklist where a team has no such list any more. */
    public String openRoles() {
        return address(FirstFilters.OPEN_ROLES);
    }

    /** The address of the list of incidents to join; of Tasklist where a team has no such list any more. */
    public String joinIn() {
        return address(FirstFilters.JOIN_IN);
    }

    private String address(String list) {
        return unchecked
                .ask(() -> filters.createTaskFilterQuery().filterName(list).listPage(0, 1))
                .stream()
                .findFirst()
                .map(filter -> house.tasklist() + "#/?filter=" + filter.getId())
                .orElseGet(house::tasklist);
    }
}
