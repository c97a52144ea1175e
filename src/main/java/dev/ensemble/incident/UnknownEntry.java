package dev.ensemble.incident;

/** The incident's timeline has no such entry. */
public class UnknownEntry extends Unknown {

    UnknownEntry(IncidentId incident, long entry) {
        super("entry", "The timeline of %s has no entry %d.".formatted(incident, entry));
    }
}
