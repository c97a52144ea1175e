package dev.ensemble.incident;

import java.util.regex.Pattern;

/** An incident's number as people say it: {@code INC-42}; the business key of everything that belongs to it. */
public record IncidentId(long number) {

    private static final Pattern SPELLING = Pattern.compile("INC-([1-9][0-9]{0,17})");

    /** @throws UnknownIncident when the text is not spelled like an incident's number */
    public static IncidentId of(String text) {
        var matcher = SPELLING.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new UnknownIncident(text);
        }
        return new IncidentId(Long.parseLong(matcher.group(1)));
    }

    @Override
    public String toString() {
        return "INC-" + number;
    }
}
