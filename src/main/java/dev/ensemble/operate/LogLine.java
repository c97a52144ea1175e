package dev.ensemble.operate;

import org.slf4j.MDC;

/** What a line of the log says besides its text: the incident that it concerns, where it concerns one. */
public final class LogLine {

    /** How lines name the incident's number, in the pattern and in JSON. */
    public static final String INCIDENT = "incident";

    private LogLine() {}

    /** Lines of this thread are about this incident until closed. */
    public static MDC.MDCCloseable about(Object incident) {
        return MDC.putCloseable(INCIDENT, String.valueOf(incident));
    }
}
