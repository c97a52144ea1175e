package dev.ensemble.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ensemble.contract.Document.Described;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Requests to an operation: right ones, and what people and machines send instead. The same each time. */
class MadeUp {

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of(
            "0",
            "-1",
            "9223372036854775807",
            "99999999999999999999",
            "1e400",
            "null",
            "true",
            "INC-0",
            "INC-99999999999999999999",
            "INC-4711",
            " ",
            "*",
            "2026-02-30",
            "+999999999-01-01",
            "\u0000",
            "a\u0000b",
            "%",
            "%zz",
            "//",
            "..",
            ";a=b",
            "\"'<script>",
            "' or 1=1 --",
            "${7*7}",
            "\u202e\ud83d\udd25 na\u00efve \u4e2d\u6587",
            "x".repeat(300),
            "\uff1d1+1");
    private static final List<String> NO_OBJECTS = List.of(
            "",
            "null",
            "[]",
            "[{}]",
            "7",
            "\"text\"",
            "{",
            "{\"a\":",
            "{]",
            "\ufeff{}",
            "{\"a\":1e999999}",
            "[".repeat(3000) + "]".repeat(3000),
            "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
            "<xml/>");
    private static final List<String> ODD_ACCEPTED =
            List.of("*/*", "application/json", "image/png", "text/*", "text/csv;q=0.1", "nonsense", "a/b;;q=x", "");
    private static final List<String> ODD_TYPES = List.of(
            "text/plain", "multipart/form-data", "application/xml", "application/json;charset=latin-1", "nonsense");

    private final Document contract;
    private final Described operation;
    private final Function<String, List<String>> known;
    private final Random random;

    /** @param known what there is, by its place in the path: {@code incidents/id} */
    MadeUp(Document contract, Described operation, Function<String, List<String>> known) {
        this.contract = contract;
        this.operation = operation;
        this.known = known;
        this.random = new Random(operation.toString().hashCode());
    }

    Request next() {
        var headers = new ArrayList<String>();
        operation.parameters("header").filter(header -> random.nextBoolean()).forEach(header -> {
            headers.add(header.path("name").asText());
            headers.add(
                    random.nextInt(4) == 0
                            ? printable(odd())
                            : unlike(header.path("example").asText()));
        });
        if (random.nextInt(6) == 0) {
            headers.addAll(List.of("Accept", one(ODD_ACCEPTED)));
        } else if (!operation.formats().isEmpty()) {
            headers.addAll(List.of("Accept", one(operation.formats())));
        }
        String body = null;
        if (!operation.body().isMissingNode()) {
            body = random.nextInt(8) == 0
                    ? one(NO_OBJECTS)
                    : value(operation.body(), 0).toString();
            headers.addAll(List.of("Content-Type", random.nextInt(12) == 0 ? one(ODD_TYPES) : "application/json"));
        }
        return new Request(operation.method().toUpperCase(), path() + query(), headers, body);
    }

    private String path() {
        var found = IN_PATH.matcher(operation.path());
        return found.replaceAll(part -> {
            var before = operation.path().substring(0, part.start() - 1);
            var place = before.substring(before.lastIndexOf('/') + 1) + "/" + part.group(1);
            var there = known.apply(place);
            return random.nextInt(6) == 0 || there.isEmpty() ? encoded(odd()) : encoded(one(there));
        });
    }

    private String query() {
        var asked = new ArrayList<String>();
        operation
                .parameters("query")
                .filter(parameter -> random.nextInt(3) == 0)
                .forEach(parameter -> asked.add(parameter.path("name").asText() + "="
                        + encoded(
                                random.nextInt(3) == 0
                                        ? odd()
                                        : value(parameter.path("schema"), parameter.path("example"))
                                                .asText())));
        if (random.nextInt(20) == 0) {
            asked.add(encoded(odd()) + "=" + encoded(odd()));
        }
        return asked.isEmpty() ? "" : "?" + String.join("&", asked);
    }

    private JsonNode value(JsonNode schema, JsonNode example) {
        return schema.has("enum") ? one(schema.path("enum")) : example;
    }

    /** Mostly of its kind. */
    private JsonNode value(JsonNode referring, int depth) {
        var schema = contract.resolved(referring);
        if (depth > 0 && random.nextInt(10) == 0) {
            return wrong();
        }
        if (schema.has("enum") && random.nextInt(8) != 0) {
            return one(schema.path("enum"));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer", "number" -> NODES.numberNode(random.nextInt(5));
            default -> NODES.textNode(random.nextInt(6) == 0 ? odd() : text(schema));
        };
    }

    private String text(JsonNode schema) {
        var example = schema.path("examples").path(0).asText("text");
        return example.startsWith("INC-") ? one(known.apply("incidents/id")) : example;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var made = NODES.objectNode();
        var whole = random.nextInt(3) == 0 ? schema.path("examples").path(0) : NODES.missingNode();
        if (whole.isObject()) {
            return (ObjectNode) whole.deepCopy();
        }
        schema.path("properties").fields().forEachRemaining(property -> {
            if (random.nextInt(4) != 0) {
                made.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        });
        if (random.nextInt(10) == 0) {
            made.set(odd(), wrong());
        }
        return made;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        var made = NODES.arrayNode();
        for (var left = random.nextInt(3); left > 0; left--) {
            made.add(value(schema.path("items"), depth + 1));
        }
        return made;
    }

    private JsonNode wrong() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(Long.MAX_VALUE);
            case 2 -> NODES.numberNode(-0.5);
            case 3 -> NODES.booleanNode(true);
            case 4 -> NODES.arrayNode().add(1);
            case 5 -> NODES.objectNode().put("a", "b");
            case 6 -> NODES.textNode("y".repeat(70_000));
            default -> NODES.textNode(odd());
        };
    }

    /** A key or mark of its own, so that each request is one. */
    private String unlike(String example) {
        return random.nextInt(3) == 0 ? example : new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String odd() {
        return one(ODD);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private JsonNode one(JsonNode all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param body {@code null} for none */
    record Request(String method, String path, List<String> headers, String body) {

        @Override
        public String toString() {
            var shown = body != null && body.length() > 300 ? body.substring(0, 300) + "…" : body;
            return "%s %s %s %s".formatted(method, path, headers, shown);
        }
    }
}
