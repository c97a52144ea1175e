package dev.ensemble.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ensemble.contract.Everywhere.Call;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
@Order(6)
class ExampleValues implements Addition {

    private static final String IN_WORDS = "in words";
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
                            .filter(example -> fits(example, part))
                            .findFirst()
                            .ifPresent(example -> part.setExamples(cast(List.of(example))));
                }
            });
        }
    }

    private void inParameter(Call call, Parameter parameter) {
        var place = place(call, parameter);
        if (parameter.getDescription() == null && table.path(IN_WORDS).has(place)) {
            parameter.setDescription(table.path(IN_WORDS).path(place).asText());
        }
        Stream.of(
                        listed(call.operation().getOperationId() + "." + parameter.getName()),
                        listed(place),
                        listed(parameter.getName()),
                        ofKind(parameter.getSchema()))
                .flatMap(Optional::stream)
                .filter(example -> fits(example, parameter.getSchema()))
                .findFirst()
                .ifPresent(parameter::setExample);
    }

    /** What stands before it in the path: {@code incidents/id}. */
    private static String place(Call call, Parameter parameter) {
        var before = call.path().replaceFirst("/\\{" + parameter.getName() + "}.*", "");
        return before.substring(before.lastIndexOf('/') + 1) + "/" + parameter.getName();
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

    /** Things of the same name may be of different kinds. */
    private static boolean fits(Object example, Schema<?> schema) {
        if (!(example instanceof JsonNode value)) {
            return true;
        }
        if (schema.getEnum() != null) {
            return schema.getEnum().contains(value.asText());
        }
        var type = schema.getTypes() == null ? "" : schema.getTypes().iterator().next();
        return switch (type) {
            case "string" -> value.isTextual() && isOfFormat(schema.getFormat(), value.asText());
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            return switch (format == null ? "" : format) {
                case "date" -> LocalDate.parse(text) != null;
                case "date-time" -> OffsetDateTime.parse(text) != null;
                default -> true;
            };
        } catch (DateTimeException e) {
            return false;
        }
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
