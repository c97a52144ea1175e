package dev.ensemble.operate;

import org.slf4j.MDC;

/** What the lines of the log say besides their text, as long as it is open: which incident they are about. */
public interface LogLine extends AutoCloseable {

    /** How lines name the incident's number, in the pattern and in JSON. */
    String INCIDENT = "incident";

    /** @param incident its number; {@code null} where it is about none */
    static LogLine about(Object incident) {
        var before = MDC.get(INCIDENT);
        put(incident);
        return () -> put(before);
    }

    private static void put(Object incident) {
        if (incident == null) {
            MDC.remove(INCIDENT);
        } else {
            MDC.put(INCIDENT, incident.toString());
        }
    }

    @Override
    void close();
}
