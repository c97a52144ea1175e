package dev.ensemble.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract in the order in which people read it. */
class Shown {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Map<String, String> CALLERS = Map.of(
            Contract.PERSON, "a person", Contract.TOKEN, "another system", Contract.SOURCE, "a source of alerts");
    private static final int DEEPEST_EXAMPLE = 2;

    private final JsonNode contract;
    private final ObjectMapper json;

    Shown(JsonNode contract, ObjectMapper json) {
        this.contract = contract;
        this.json = json;
    }

    /** Paragraphs. */
    List<String> about() {
        return Arrays.stream(contract.path("info").path("description").asText().split("\n\n"))
                .map(Shown::plain)
                .toList();
    }

    List<Tag> tags() {
        return stream(contract.path("tags"))
                .map(tag -> new Tag(
                        tag.path("name").asText(),
                        id(tag.path("name").asText()),
                        plain(tag.path("description").asText()),
                        operations(tag.path("name").asText())))
                .toList();
    }

    List<Whole> wholes() {
        return entries(contract.path("components").path("schemas"))
                .map(schema -> new Whole(
                        schema.getKey(),
                        plain(schema.getValue().path("description").asText()),
                        fields(schema.getValue())))
                .toList();
    }

    private List<Operation> operations(String tag) {
        return entries(contract.path("paths"))
                .flatMap(path -> entries(path.getValue())
                        .filter(said ->
                                said.getValue().path("tags").path(0).asText().equals(tag))
                        .map(said -> operation(path.getKey(), said.getKey(), said.getValue())))
                .toList();
    }

    private Operation operation(String path, String method, JsonNode said) {
        var body = said.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(
                said.path("operationId").asText(),
                method.toUpperCase(),
                path,
                plain(said.path("summary").asText()),
                plain(said.path("description").asText()),
                said.path("security").isEmpty()
                        ? "everybody"
                        : stream(said.path("security"))
                                .flatMap(Shown::names)
                                .map(CALLERS::get)
                                .collect(Collectors.joining(" or ")),
                stream(said.path("parameters"))
                        .map(parameter -> field(
                                parameter.path("name").asText(),
                                parameter.path("schema"),
                                parameter.path("description").asText(),
                                parameter.path("required").asBoolean()))
                        .toList(),
                fields(resolved(body)),
                body.isMissingNode() ? "" : pretty(example(body, 0)),
                entries(said.path("responses"))
                        .map(answer -> new Answer(
                                answer.getKey(),
                                plain(answer.getValue().path("description").asText()),
                                entries(answer.getValue().path("content"))
                                        .map(format -> new Format(
                                                format.getKey(),
                                                type(format.getValue().path("schema"))))
                                        .toList()))
                        .toList());
    }

    private List<Field> fields(JsonNode schema) {
        var required = stream(schema.path("required")).map(JsonNode::asText).toList();
        return entries(schema.path("properties"))
                .map(field -> field(
                        field.getKey(),
                        field.getValue(),
                        field.getValue().path("description").asText(),
                        required.contains(field.getKey())))
                .toList();
    }

    private Field field(String name, JsonNode schema, String description, boolean required) {
        return new Field(name, type(schema), plain(description), required);
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().substring(REFERENCE.length());
        }
        if (schema.has("anyOf")) {
            return stream(schema.path("anyOf")).map(this::type).collect(Collectors.joining(" or "));
        }
        if (schema.has("enum")) {
            return stream(schema.path("enum")).map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        if (schema.has("items")) {
            return "list of " + type(schema.path("items"));
        }
        return schema.path("format").asText(schema.path("type").asText("anything"));
    }

    private JsonNode example(JsonNode referring, int depth) {
        var schema = resolved(referring);
        if (schema.has("examples")) {
            return schema.path("examples").path(0);
        }
        var whole = json.createObjectNode();
        if (depth < DEEPEST_EXAMPLE) {
            entries(schema.path("properties")).forEach(part -> add(whole, part, depth));
        }
        return whole;
    }

    private void add(ObjectNode whole, Map.Entry<String, JsonNode> part, int depth) {
        var schema = resolved(part.getValue());
        if (schema.has("items")) {
            whole.putArray(part.getKey()).add(example(schema.path("items"), depth + 1));
        } else {
            whole.set(part.getKey(), example(schema, depth + 1));
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? contract.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private String pretty(JsonNode value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page shows words, not their marks. */
    private static String plain(String text) {
        return text.replace("`", "").replaceAll("\\s+", " ").strip();
    }

    private static String id(String name) {
        return name.toLowerCase().replace(' ', '-');
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<Map.Entry<String, JsonNode>> entries(JsonNode object) {
        return object.properties().stream();
    }

    private static Stream<String> names(JsonNode object) {
        return entries(object).map(Map.Entry::getKey);
    }

    /** What belongs together. */
    record Tag(String name, String id, String description, List<Operation> operations) {}

    /** @param callers who may call it, in words */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            String callers,
            List<Field> parameters,
            List<Field> body,
            String example,
            List<Answer> answers) {

        boolean hasParameters() {
            return !parameters.isEmpty();
        }

        boolean hasBody() {
            return !example.isEmpty();
        }
    }

    /** @param type in words */
    record Field(String name, String type, String description, boolean required) {}

    record Answer(String status, String description, List<Format> formats) {}

    record Format(String name, String type) {}

    /** What is sent as a whole. */
    record Whole(String name, String description, List<Field> fields) {

        boolean hasFields() {
            return !fields.isEmpty();
        }
    }
}
