package dev.ensemble.contract;

import dev.ensemble.contract.Everywhere.Call;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What can be changed under {@code If-Match} is shown with its {@code ETag}, and need not be sent to whoever has it. */
@Component
@Order(3)
class WhatWasSeen implements Addition {

    @Override
    public void to(OpenAPI contract) {
        var changeable = Everywhere.calls(contract)
                .filter(call -> call.hasHeader("If-Match"))
                .map(Call::path)
                .collect(Collectors.toSet());
        Everywhere.calls(contract)
                .filter(call -> changeable.contains(call.path()))
                .filter(call -> !call.writes() || call.hasHeader("If-Match"))
                .forEach(WhatWasSeen::shown);
    }

    private static void shown(Call call) {
        call.answers().stream()
                .filter(answer -> answer.getContent() != null)
                .forEach(answer -> answer.addHeaderObject(
                        "ETag",
                        new Header()
                                .description("Another as soon as it is another.")
                                .schema(text())));
        if (!call.writes()) {
            call.operation()
                    .addParametersItem(new HeaderParameter()
                            .name("If-None-Match")
                            .description("the `ETag` of what the caller has already")
                            .required(false)
                            .schema(text()));
            call.operation()
                    .getResponses()
                    .putIfAbsent("304", new ApiResponse().description("It is still what the caller has."));
        }
    }

    private static Schema<?> text() {
        var schema = new Schema<>();
        schema.addType("string");
        return schema;
    }
}
