package dev.ensemble.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ensemble.contract.Everywhere.Call;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What each thing that is sent may look like: from the table {@code contract/examples.yml}, else as its kind has it. */
@Component
@Order(5)
class ExampleValues implements Addition {

    private static final Map<String, Object> OF_FORMATS =
            Map.of("date-time", "2026-11-23T03:12:00Z", "date", "2026-12-01", "int32", 3, "int64", 3, "double", 0.5);

    private final JsonNode table;

    ExampleValues() throws IOException {
        try (var file = new ClassPathResource("contract/examples.yml").getInputStream()) {
            table = YAMLMapper.builder().build().readTree(file);
        }
    }

    @Override
    public void to(OpenAPI contract) {
        Everywhere.named(contract).forEach(this::inSchema);
        Everywhere.calls(contract).forEach(call -> {
            if (call.operation().getParameters() != null) {
                call.operation().getParameters().forEach(parameter -> inParameter(call, parameter));
            }
            call.answers().stream()
                    .map(answer -> answer.getContent())
                    .filter(Objects::nonNull)
                    .forEach(this::inContent);
        });
    }

    private void inSchema(String name, Schema<?> schema) {
        listed(name).ifPresent(example -> schema.setExamples(cast(List.of(example))));
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((property, part) -> {
                if (part.get$ref() == null && part.getItems() == null && part.getExamples() == null) {
                    Stream.of(listed(name + "." + property), listed(property), ofKind(part))
                            .flatMap(Optional::stream)
                            .findFirst()
                            .ifPresent(example -> part.setExamples(cast(List.of(example))));
                }
            });
        }
    }

    private void inParameter(Call call, Parameter parameter) {
        var before = call.path().replaceFirst("/\\{" + parameter.getName() + "}.*", "");
        var place = before.substring(before.lastIndexOf('/') + 1) + "/" + parameter.getName();
        Stream.of(
                        listed(call.operation().getOperationId() + "." + parameter.getName()),
                        listed(place),
                        listed(parameter.getName()),
                        ofKind(parameter.getSchema()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(parameter::setExample);
    }

    private void inContent(Content content) {
        content.forEach((type, format) -> listed(type).ifPresent(format::setExample));
    }

    private static Optional<Object> ofKind(Schema<?> schema) {
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return Optional.of(schema.getEnum().get(0));
        }
        if (schema.getTypes() != null && schema.getTypes().contains("boolean")) {
            return Optional.of(false);
        }
        return Optional.ofNullable(schema.getFormat()).map(OF_FORMATS::get);
    }

    private Optional<Object> listed(String name) {
        return Optional.ofNullable(table.get(name));
    }

    /** The library knows examples by the type of their schema, which only runs know. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> cast(List<Object> examples) {
        return (List<T>) examples;
    }
}
