package dev.ensemble.alerts;

/** It is nested deeper than anything that tells of an alert. */
public class TooDeep extends RuntimeException {

    TooDeep() {
        super("Nest it less than %d levels deep.".formatted(AlertReaders.TOO_DEEP));
    }
}
