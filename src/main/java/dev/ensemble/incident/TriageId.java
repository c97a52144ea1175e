package dev.ensemble.incident;

/**
 * A triage's number as people say it: {@code ALERT-12}; the business key of its process.
 *
 * @param number restricted ones are counted apart, so that nobody sees a gap
 */
public record TriageId(long number) {

    private static final String EVERYBODYS = "ALERT-";
    private static final String SECRET = "SEC-ALERT-";

    /** Whether a business key is a triage's, and not an incident's. */
    public static boolean isSpelledSo(String text) {
        return text != null && (text.startsWith(EVERYBODYS) || text.startsWith(SECRET));
    }

    @Override
    public String toString() {
        return number > IncidentId.APART ? SECRET + (number - IncidentId.APART) : EVERYBODYS + number;
    }
}
