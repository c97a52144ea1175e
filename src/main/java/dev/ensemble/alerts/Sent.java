package dev.ensemble.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ensemble.alerts.Alert.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A JSON object that a monitoring system sent: what is absent is empty, what is of another kind than expected is unreadable. */
final class Sent {

    /** Senders write a year like 1 for "not yet". */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final JsonNode json;

    private Sent(JsonNode json) {
        this.json = json;
    }

    static Sent of(JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new Unreadable("there is no JSON object");
        }
        return new Sent(json);
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    String raw() {
        return json.toString();
    }

    String text(String field) {
        return text(field, json.get(field));
    }

    /** @throws Unreadable when it is absent or blank, too */
    String needed(String field) {
        var text = text(field);
        if (text.isBlank()) {
            throw new Unreadable("%s is missing".formatted(field));
        }
        return text;
    }

    /** The first of these fields that has a text. */
    String first(String... fields) {
        for (var field : fields) {
            var text = text(field);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    Map<String, String> texts(String field) {
        var texts = new LinkedHashMap<String, String>();
        if (has(field)) {
            var named = json.get(field);
            if (!named.isObject()) {
                throw new Unreadable("%s is no object".formatted(field));
            }
            named.properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getKey(), entry.getValue())));
        }
        return texts;
    }

    /** @throws Unreadable when there is none, too */
    List<JsonNode> list(String field) {
        var list = json.get(field);
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw new Unreadable("%s is no list with something in it".formatted(field));
        }
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    Status status(String field) {
        return switch (needed(field)) {
            case "firing" -> Status.FIRING;
            case "resolved" -> Status.RESOLVED;
            default -> throw new Unreadable("%s is neither firing nor resolved".formatted(field));
        };
    }

    /** {@code null} for what is no moment of our days: an alert is worth more than its clock. */
    Instant moment(String field) {
        try {
            var moment = OffsetDateTime.parse(text(field)).toInstant();
            return moment.isBefore(FIRST) || moment.isAfter(LAST) ? null : moment;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(String field, JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isContainerNode()) {
            throw new Unreadable("%s is no text".formatted(field));
        }
        return value.asText();
    }
}
