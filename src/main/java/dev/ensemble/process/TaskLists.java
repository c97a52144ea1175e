package dev.ensemble.process;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.TriageId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** The address of the open tasks of an incident. */
    public String of(IncidentId incident) {
        return under(incident.toString());
    }

    /** The address of the task that asks about an alert. */
    public String of(TriageId triage) {
        return under(triage.toString());
    }

    /** The address of all tasks that ask about alerts. */
    public String triages() {
        return found("[{\"type\":\"processDefinitionKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(Diagrams.TRIAGE));
    }

    private String under(String businessKey) {
        return found("[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(businessKey));
    }

    private String found(String search) {
        return house.tasklist() + "#/?searchQuery=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
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
