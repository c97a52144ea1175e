package dev.ensemble.incident;

/** The incident's timeline has no such entry. */
public class UnknownEntry extends RuntimeException {

    UnknownEntry(IncidentId incident, long entry) {
        super("The timeline of %s has no entry %d.".formatted(incident, entry));
    }
}
