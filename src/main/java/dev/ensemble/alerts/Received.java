package dev.ensemble.alerts;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.TriageId;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert that came, and what became of it.
 *
 * @param source the kind of monitoring that sent it
 * @param sourceName as people here call it
 * @param restricted whether it is for the group security only, as long as it belongs to no triage
 * @param triage {@code null} where none was opened for it
 * @param state of the triage, {@code null} where there is none
 * @param incident what came of the triage, {@code null} for none
 */
public record Received(
        UUID id,
        Instant at,
        String source,
        String sourceName,
        Alert alert,
        Outcome outcome,
        boolean restricted,
        TriageId triage,
        Triage.State state,
        IncidentId incident) {}
