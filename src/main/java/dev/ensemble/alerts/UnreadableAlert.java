package dev.ensemble.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ensemble.alerts.Alert.Status;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What came of a source and cannot be read, kept as it came; all of the same structure are the same alert. */
final class UnreadableAlert {

    private UnreadableAlert() {}

    /** @param raw of what is not even JSON */
    static Alert of(AlertSource source, String raw, String reason) {
        return of(source, "", raw, reason);
    }

    static Alert of(AlertSource source, JsonNode json, String reason) {
        return of(source, structure(json), json.toString(), reason);
    }

    private static Alert of(AlertSource source, String structure, String raw, String reason) {
        return new Alert(
                "unreadable " + Digest.of(String.valueOf(source.id()), structure),
                Status.UNREADABLE,
                "unreadable alert",
                "%s (%s) sent what cannot be read: %s.".formatted(source.name(), source.kind(), OneLine.of(reason)),
                "",
                Map.of(),
                null,
                null,
                raw);
    }

    /** Which fields there are and what they are made of, not what they say; equal elements of a list count once. */
    private static String structure(JsonNode json) {
        if (json.isObject()) {
            return Digest.of(json.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(field -> Stream.of(field.getKey(), structure(field.getValue())))
                    .toArray(String[]::new));
        }
        if (json.isArray()) {
            var elements = new TreeSet<String>();
            json.forEach(element -> elements.add(structure(element)));
            return "list " + Digest.of(elements.toArray(String[]::new));
        }
        return json.getNodeType().name();
    }
}
