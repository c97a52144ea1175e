package dev.ensemble.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The parts of a contract, wherever they stand. */
final class Everywhere {

    private static final String IN_COMPONENTS = "#/components/schemas/";

    private Everywhere() {}

    static Stream<Call> calls(OpenAPI contract) {
        return contract.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(operation -> new Call(path.getKey(), operation.getKey(), operation.getValue())));
    }

    static Map<String, Schema<?>> named(OpenAPI contract) {
        var named = new LinkedHashMap<String, Schema<?>>();
        if (contract.getComponents().getSchemas() != null) {
            contract.getComponents().getSchemas().forEach(named::put);
        }
        return named;
    }

    /** Each schema once, named ones and those within others. */
    static void schemas(OpenAPI contract, Consumer<Schema<?>> doing) {
        Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var left = new ArrayDeque<Schema<?>>(named(contract).values());
        calls(contract).flatMap(Call::schemas).forEach(left::add);
        while (!left.isEmpty()) {
            var schema = left.poll();
            if (seen.add(schema)) {
                doing.accept(schema);
                parts(schema).forEach(left::add);
            }
        }
    }

    /** The name of the schema that one refers to, {@code null} where it is none. */
    static String name(Schema<?> schema) {
        var to = schema.get$ref();
        return to != null && to.startsWith(IN_COMPONENTS) ? to.substring(IN_COMPONENTS.length()) : null;
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<Schema<?>> properties = schema.getProperties() == null
                ? Stream.empty()
                : schema.getProperties().values().stream().map(part -> (Schema<?>) part);
        Stream<Schema<?>> one = Stream.of(
                        schema.getItems(), schema.getAdditionalProperties() instanceof Schema<?> more ? more : null)
                .filter(Objects::nonNull)
                .map(part -> (Schema<?>) part);
        Stream<Schema<?>> several = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .map(part -> (Schema<?>) part);
        return Stream.of(properties, one, several).flatMap(part -> part);
    }

    /** An operation, and where it is. */
    record Call(String path, HttpMethod method, Operation operation) {

        boolean writes() {
            return method != HttpMethod.GET;
        }

        boolean hasHeader(String name) {
            return operation.getParameters() != null
                    && operation.getParameters().stream()
                            .anyMatch(parameter ->
                                    "header".equals(parameter.getIn()) && name.equalsIgnoreCase(parameter.getName()));
        }

        /** What it answers when all is well. */
        List<ApiResponse> answers() {
            return operation.getResponses().entrySet().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        boolean answersWithContent() {
            return answers().stream().anyMatch(answer -> answer.getContent() != null);
        }

        Stream<MediaType> formats() {
            var asked = operation.getRequestBody() == null
                    ? Stream.<Content>empty()
                    : Stream.ofNullable(operation.getRequestBody().getContent());
            var answered = operation.getResponses().values().stream()
                    .map(ApiResponse::getContent)
                    .filter(Objects::nonNull);
            return Stream.concat(asked, answered).flatMap(content -> content.values().stream());
        }

        private Stream<Schema<?>> schemas() {
            var parameters = operation.getParameters() == null
                    ? Stream.<Schema<?>>empty()
                    : operation.getParameters().stream().<Schema<?>>map(parameter -> parameter.getSchema());
            return Stream.concat(parameters, formats().<Schema<?>>map(format -> format.getSchema()))
                    .filter(Objects::nonNull);
        }
    }
}
