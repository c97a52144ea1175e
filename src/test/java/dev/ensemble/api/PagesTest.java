package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list that is read page by page while incidents arrive has each that was there once. */
@EnsembleTest
class PagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void haveEachIncidentOnceWhileOthersArrive(int size) {
        var there = new ArrayList<>(
                IntStream.range(0, 8).mapToObj(number -> report()).toList());
        Collections.reverse(there);

        var read = new ArrayList<String>();
        String next = "";
        do {
            var page = page("/api/v1/incidents?q=%s&limit=%d&cursor=%s".formatted(word, size, next));
            page.path("items").forEach(item -> read.add(item.path("id").asText()));
            next = page.path("next").asText();
            report();
        } while (!next.isEmpty());

        assertThat(read).isEqualTo(there);
    }

    @Test
    void haveTheOpenOnesOnceWhileOneOfThemIsOver() {
        var there = IntStream.range(0, 4).mapToObj(number -> report()).toList();

        var first = page("/api/v1/incidents?status=open&q=%s&limit=2".formatted(word));
        send("POST", "/api/v1/incidents/%s/retract".formatted(there.get(2)), "{\"reason\": \"A monitor was wrong\"}");
        var second = page("/api/v1/incidents?status=open&q=%s&limit=2&cursor=%s"
                .formatted(word, first.path("next").asText()));

        assertThat(List.of(
                        first.path("items").get(0).path("id").asText(),
                        first.path("items").get(1).path("id").asText(),
                        second.path("items").get(0).path("id").asText(),
                        second.path("items").get(1).path("id").asText()))
                .containsExactly(there.get(3), there.get(2), there.get(1), there.get(0));
        assertThat(second.has("next")).isFalse();
    }

    private String report() {
        return json(send("POST", "/api/v1/incidents", """
                {"service": "Digital collections", "condition": "degraded", "summary": "%s"}""".formatted(word)))
                .path("id")
                .asText();
    }

    private JsonNode page(String path) {
        return json(send("GET", path, null));
    }

    private String send(String method, String path, String body) {
        var answer = new Browser(port).send(method, path, body, "Authorization", Browser.basic("maya", "ensemble"));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return answer.body();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
