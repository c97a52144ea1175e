package dev.ensemble.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.spin.json.SpinJsonNode;

/** What stands in each field as it was sent: by a form as text or values of its own, by others as Json. */
record AsEntered(Map<String, Object> fields) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Several values are one a line; empty where nothing was entered. */
    String text(String field) {
        var value = fields.get(field);
        if (value instanceof Collection<?> several) {
            return String.join("\n", several.stream().map(String::valueOf).toList());
        }
        return value == null ? "" : value.toString();
    }

    /** {@code null} where the value is text that is no Json list. */
    JsonNode json(String field) {
        var value = fields.get(field);
        try {
            if (value instanceof SpinJsonNode spin) {
                return JSON.readTree(spin.toString());
            }
            if (value instanceof String text) {
                return text.stripLeading().startsWith("[") ? JSON.readTree(text) : null;
            }
            return value == null ? null : JSON.valueToTree(value);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** What a Json list has in it, or each line of the text. */
    Stream<JsonNode> rows(String field) {
        var node = json(field);
        return node != null && node.isArray()
                ? elements(node)
                : Stream.of(text(field).split("\\R")).map(JSON.getNodeFactory()::textNode);
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
