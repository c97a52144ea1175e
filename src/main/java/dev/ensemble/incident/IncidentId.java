package dev.ensemble.incident;

import java.util.regex.Pattern;

/**
 * An incident's number as people say it: {@code INC-42}, or {@code SEC-7} for one that is restricted from the first second;
 * the business key of everything that belongs to it.
 *
 * @param number those restricted from the first second are counted apart, from {@value #APART} on
 */
public record IncidentId(long number) {

    static final long APART = 1_000_000_000_000L;

    private static final Pattern SPELLING = Pattern.compile("(INC|SEC)-([1-9][0-9]{0,11})");
    private static final String SECRET = "SEC";

    /** @throws UnknownIncident when the text is not spelled like an incident's number */
    public static IncidentId of(String text) {
        var matcher = SPELLING.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new UnknownIncident(text);
        }
        var counted = Long.parseLong(matcher.group(2));
        return new IncidentId(matcher.group(1).equals(SECRET) ? APART + counted : counted);
    }

    @Override
    public String toString() {
        return number > APART ? SECRET + "-" + (number - APART) : "INC-" + number;
    }
}
