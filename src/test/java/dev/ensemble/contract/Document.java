package dev.ensemble.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract as the running product tells it. */
class Document {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICTLY =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode whole;
    private final ObjectNode closed;

    Document(String text) {
        whole = json(text);
        closed = JSON.createObjectNode();
        closed.set("components", whole.path("components").deepCopy());
        // What is sent and not in the contract is a fault, too.
        closed.path("components").path("schemas").forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
    }

    JsonNode whole() {
        return whole;
    }

    Stream<Described> operations() {
        return fields(whole.path("paths"))
                .flatMap(path -> METHODS.stream()
                        .filter(method -> whole.path("paths").path(path).has(method))
                        .map(method -> new Described(
                                path, method, whole.path("paths").path(path).path(method))));
    }

    /** What is wrong with a thing that was sent, as its schema says. */
    List<String> faults(JsonNode schema, String sent) {
        var root = closed.deepCopy();
        root.setAll((ObjectNode) schema);
        return SCHEMAS.getSchema(root, STRICTLY).validate(json(sent)).stream()
                .map(Object::toString)
                .toList();
    }

    /** The schema itself, where one refers to it. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(whole.at(schema.path("$ref").asText().substring(1)))
                : schema;
    }

    static Stream<String> fields(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON: " + text, e);
        }
    }

    /** An operation as the contract describes it. */
    record Described(String path, String method, JsonNode said) {

        @Override
        public String toString() {
            return method.toUpperCase() + " " + path;
        }

        Stream<JsonNode> parameters(String in) {
            return StreamSupport.stream(said.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals(in));
        }

        JsonNode body() {
            return said.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        JsonNode answer(int status) {
            return said.path("responses").path(String.valueOf(status));
        }

        List<String> formats() {
            return fields(said.path("responses"))
                    .filter(status -> status.startsWith("2"))
                    .flatMap(
                            status -> fields(said.path("responses").path(status).path("content")))
                    .toList();
        }

        boolean isForEverybody() {
            return said.path("security").isEmpty();
        }

        boolean isForOtherSystems() {
            return isFor(Contract.TOKEN);
        }

        boolean isForSources() {
            return isFor(Contract.SOURCE);
        }

        private boolean isFor(String caller) {
            return StreamSupport.stream(said.path("security").spliterator(), false)
                    .anyMatch(way -> way.has(caller));
        }
    }
}
