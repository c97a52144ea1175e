package dev.ensemble.contract;

import dev.ensemble.contract.Everywhere.Call;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The answers that are none, as what an operation takes and who may call it lets them come. */
@Component
@Order(5)
class WhatCanGoWrong implements Addition {

    private static final String PROBLEM = "Problem";
    private static final String FORMAT = "application/problem+json";

    @Override
    public void to(OpenAPI contract) {
        contract.getComponents().addSchemas(PROBLEM, problem()).addSchemas(PROBLEM + "Error", fault());
        Everywhere.calls(contract).forEach(call -> {
            var answers = call.operation().getResponses();
            problems(call).forEach((status, problem) -> answers.putIfAbsent(status, answer(status, problem)));
            answers.forEach((status, answer) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    answer.setContent(problemOf(answer));
                }
            });
        });
    }

    /** By status. */
    private static Map<String, Problem> problems(Call call) {
        var problems = new LinkedHashMap<String, Problem>();
        problems.put("400", new Problem("This cannot be taken as it is", "limit: Give a number from 1 to 200."));
        if (!call.operation().getSecurity().isEmpty()) {
            problems.put(
                    "401", new Problem("Who are you?", "Log in with user name and password, or send a valid token."));
            problems.put("403", new Problem("Not yours to do", "You are logged in, but may not do this."));
            problems.put("429", new Problem("Too many tries", "Wait 5 minutes, then try again."));
        }
        if (call.path().contains("{")) {
            problems.put("404", new Problem("No such incident", "There is no incident INC-4711."));
        }
        if (call.answersWithContent()) {
            problems.put("406", new Problem("Not Acceptable", "Acceptable representations: [application/json]."));
        }
        if (call.writes()) {
            problems.put("409", new Problem("Not as things stand", "INC-42 is closed."));
        }
        if (call.hasHeader("If-Match")) {
            problems.put(
                    "412", new Problem("Changed meanwhile", "Somebody has changed it. Read it again, then change it."));
        }
        if (call.operation().getRequestBody() != null) {
            problems.put("415", new Problem("Unsupported Media Type", "Content-Type 'text/plain' is not supported."));
        }
        if (call.hasHeader("Idempotency-Key")) {
            problems.put(
                    "422",
                    new Problem(
                            "This key stands for something else",
                            "Another report was sent under this key. Give each report a key of its own."));
        }
        problems.put(
                "503",
                new Problem(
                        "Not at the moment",
                        "The database is away, or has too much to do. Nothing was done. Send it again soon."));
        return problems;
    }

    private static ApiResponse answer(String status, Problem problem) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "about:blank");
        example.put("title", problem.title());
        example.put("status", Integer.valueOf(status));
        example.put("detail", problem.detail());
        example.put("instance", "/api/v1/incidents");
        if (status.equals("400")) {
            var words = problem.detail().split(": ", 2);
            example.put("errors", List.of(Map.of("field", words[0], "message", words[1])));
        }
        var answer = new ApiResponse()
                .description(problem.title() + ".")
                .content(new Content()
                        .addMediaType(
                                FORMAT,
                                new MediaType()
                                        .schema(new Schema<>().$ref(PROBLEM))
                                        .example(example)));
        if (status.equals("429") || status.equals("503")) {
            answer.addHeaderObject("Retry-After", retryAfter());
        }
        return answer;
    }

    /** Also where the code says no more than that it can come. */
    private static Content problemOf(ApiResponse answer) {
        var content = answer.getContent();
        return content != null && content.containsKey(FORMAT)
                ? content
                : new Content().addMediaType(FORMAT, new MediaType().schema(new Schema<>().$ref(PROBLEM)));
    }

    private static Header retryAfter() {
        return new Header().description("Seconds to wait.").schema(typed("integer"));
    }

    private static Schema<?> problem() {
        var errors = typed("array").description("Each field that will not do, and what would.");
        errors.setItems(new Schema<>().$ref(PROBLEM + "Error"));
        return typed("object")
                .description("Why there is no other answer (RFC 9457).")
                .addProperty("type", typed("string").description("Always `about:blank`: the title says it."))
                .addProperty("title", typed("string").description("What is wrong, alike for all of its kind."))
                .addProperty("status", typed("integer").description("The status of the answer."))
                .addProperty("detail", typed("string").description("What is wrong here, and what would do."))
                .addProperty("instance", typed("string").description("The path that was called."))
                .addProperty("errors", errors)
                .addRequiredItem("title")
                .addRequiredItem("status");
    }

    private static Schema<?> fault() {
        return typed("object")
                .description("One field that will not do.")
                .addProperty("field", typed("string"))
                .addProperty("message", typed("string").description("What would do."))
                .addRequiredItem("field")
                .addRequiredItem("message");
    }

    private static Schema<?> typed(String type) {
        var schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    /** What it is called, and what it may say. */
    private record Problem(String title, String detail) {}
}
