package dev.ensemble.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Tenure;
import dev.ensemble.process.IncidentProcess.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An incident as the API shows it. Times are UTC, ISO-8601.
 *
 * @param id such as {@code INC-42}
 * @param roles who holds which now; absent in lists, as are the open tasks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentView(
        String id,
        String service,
        String condition,
        String stage,
        String summary,
        String reporter,
        boolean restricted,
        boolean drill,
        Instant reportedAt,
        Instant restoredAt,
        Instant closedAt,
        String noFollowUpsBecause,
        List<RoleView> roles,
        List<OpenTask> openTasks,
        Map<String, String> links) {

    static IncidentView brief(Incident incident, Links links) {
        return of(incident, null, null, links);
    }

    static IncidentView whole(Incident incident, List<Tenure> held, List<OpenTask> open, Links links) {
        return of(incident, held.stream().map(RoleView::of).toList(), open, links);
    }

    private static IncidentView of(Incident incident, List<RoleView> roles, List<OpenTask> open, Links links) {
        return new IncidentView(
                incident.id().toString(),
                incident.service(),
                incident.condition().toString(),
                incident.stage().toString(),
                incident.summary(),
                incident.reporter(),
                incident.restricted(),
                incident.drill(),
                incident.reportedAt(),
                incident.restoredAt(),
                incident.closedAt(),
                incident.noFollowUpsBecause(),
                roles,
                open,
                links.of(incident.id()));
    }

    /** Who holds a role now. */
    record RoleView(String role, String holder, Instant since) {

        static RoleView of(Tenure tenure) {
            return new RoleView(tenure.role().key(), tenure.person(), tenure.since());
        }
    }
}
