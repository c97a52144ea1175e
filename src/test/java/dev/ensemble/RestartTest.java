package dev.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.events.ReceiverStub;
import dev.ensemble.events.ReceiverStub.Received;
import dev.ensemble.slack.SlackStub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as an operator runs it, on an H2 file, killed in the middle. */
class RestartTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REPORT = """
            {"service": "Figgy", "condition": "down", "summary": "Reported before the kill %d"}""";

    private static final String KEY = "kept-however-it-ends";

    @TempDir
    Path folder;

    private final SlackStub slack = SlackStub.start();
    private final ReceiverStub receiver = ReceiverStub.start();
    private Started running;

    @AfterEach
    void stop() {
        running.close();
        slack.close();
        receiver.close();
    }

    @Test
    void losesNothingThatWasAcknowledgedAndSaysNothingTwice() throws Exception {
        start();
        receiver.answers(500);
        var webhook = send("POST", "/api/v1/webhooks", "{\"url\": \"%s\"}".formatted(receiver.url()), "maya");
        var reported = new ArrayList<String>();
        for (var number = 1; number <= 5; number++) {
            reported.add(post("/api/v1/incidents", REPORT.formatted(number))
                    .path("id")
                    .asText());
        }
        var first = reported.get(0);
        var underAKey = reportedUnder(KEY);
        send("PUT", "/api/v1/incidents/%s/roles/moderator/holder".formatted(first), "{\"person\": \"maya\"}");
        post("/api/v1/incidents/%s/timeline".formatted(first), "{\"text\": \"Found before the kill\"}");

        running.kill();
        start();

        assertThat(reportedUnder(KEY)).isEqualTo(underAKey);
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            for (var id : reported) {
                assertThat(get("/api/v1/incidents/" + id).path("openTasks")).isNotEmpty();
            }
        });
        var incident = get("/api/v1/incidents/" + first);
        assertThat(incident.path("stage").asText()).isEqualTo("respond");
        assertThat(incident.path("roles").get(0).path("holder").asText()).isEqualTo("maya");
        assertThat(get("/api/v1/incidents/%s/timeline".formatted(first)).toString())
                .contains("Found before the kill");
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            for (var number = 0; number <= 5; number++) {
                assertThat(slack.postsContaining("Reported before the kill " + number))
                        .hasSize(1);
            }
        });
        assertThat(slack.complaints()).isEmpty();
        var deliveries = "/api/v1/webhooks/%s/deliveries?state=delivered&limit=200"
                .formatted(JSON.readTree(webhook).path("id").asText());
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(JSON.readTree(send("GET", deliveries, null, "maya"))
                                .findValuesAsText("type"))
                        .filteredOn("dev.ensemble.incident.reported"::equals)
                        .hasSize(reported.size() + 1));
        assertThat(receiver.received().stream().map(Received::body).toList().toString())
                .contains(reported);
    }

    private void start() throws IOException {
        running = Started.with(
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE".formatted(folder.resolve("ensemble")),
                        "SLACK_BOT_TOKEN",
                        SlackStub.TOKEN,
                        "SLACK_API_URL",
                        slack.url(),
                        "ENSEMBLE_WEBHOOK_ALLOWED_HOSTS",
                        "localhost"),
                folder.resolve("log.txt"),
                "--camunda.bpm.job-execution.lock-time-in-millis=5000",
                "--ensemble.slack.pause=0s");
    }

    /** What is answered to a report under a key. */
    private String reportedUnder(String key) {
        var answer = running.browser()
                .send(
                        "POST",
                        "/api/v1/incidents",
                        REPORT.formatted(0),
                        "Authorization",
                        Browser.basic("rosa", "ensemble"),
                        "Idempotency-Key",
                        key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(send("GET", path, null));
    }

    private JsonNode post(String path, String json) throws IOException {
        return JSON.readTree(send("POST", path, json));
    }

    private String send(String method, String path, String json) {
        return send(method, path, json, "rosa");
    }

    private String send(String method, String path, String json, String person) {
        var answer = running.browser().send(method, path, json, "Authorization", Browser.basic(person, "ensemble"));
        assertThat(List.of(200, 201, 204)).as(answer.body()).contains(answer.statusCode());
        return answer.body();
    }
}
