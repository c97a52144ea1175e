package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.incident.Incident;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * An incident as lists show it. Times are UTC, ISO-8601.
 *
 * @param id such as {@code INC-42}
 * @param retractedBecause absent where it was something
 * @param mergedInto the incident that it is a part of; absent where it stands for itself
 */
record IncidentView(
        @Schema(requiredMode = REQUIRED) String id,
        @Schema(requiredMode = REQUIRED) String service,

        @Schema(
                requiredMode = REQUIRED,
                allowableValues = {"down", "degraded", "insecure", "restored"})
        String condition,

        @Schema(
                requiredMode = REQUIRED,
                allowableValues = {
                    "announce",
                    "staff",
                    "respond",
                    "fix",
                    "reflect",
                    "follow-up",
                    "closed",
                    "retracted",
                    "merged"
                })
        String stage,

        @Schema(requiredMode = REQUIRED) String summary,
        String reporter,
        boolean restricted,
        boolean drill,
        @Schema(requiredMode = REQUIRED) Instant reportedAt,
        Instant restoredAt,
        Instant closedAt,
        String noFollowUpsBecause,
        String retractedBecause,
        String mergedInto,
        Map<String, String> links) {

    static IncidentView of(Incident incident, Links links) {
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
                incident.retractedBecause(),
                incident.mergedInto() == null ? null : incident.mergedInto().toString(),
                links.of(incident.id()));
    }
}
