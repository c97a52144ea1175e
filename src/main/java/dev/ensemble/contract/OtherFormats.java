package dev.ensemble.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is not JSON is text or bytes, whatever its method returns; what is empty has no format at all. */
@Component
@Order(2)
class OtherFormats implements Addition {

    @Override
    public void to(OpenAPI contract) {
        Everywhere.calls(contract)
                .forEach(call -> call.operation().getResponses().forEach((status, answer) -> {
                    if (status.equals("204") || status.equals("304")) {
                        answer.setContent(null);
                    }
                    formats(answer);
                }));
    }

    private static void formats(ApiResponse answer) {
        if (answer.getContent() == null) {
            return;
        }
        answer.getContent().forEach((type, format) -> {
            if (!type.endsWith("json")) {
                format.setSchema(schema(type));
            }
        });
    }

    private static Schema<?> schema(String type) {
        var schema = new Schema<>();
        schema.addType("string");
        if (!type.startsWith("text/")) {
            schema.setFormat("binary");
        }
        return schema;
    }
}
