package dev.ensemble.report;

import dev.ensemble.incident.IncidentId;

/** Nobody has written the version of a restricted incident that everybody may read. */
class NotWrittenYet extends RuntimeException {

    NotWrittenYet(IncidentId incident) {
        super(
                "Nobody has written a publishable version of %s yet. It is written by hand: PUT its text to %1$s/report/publishable."
                        .formatted(incident));
    }
}
