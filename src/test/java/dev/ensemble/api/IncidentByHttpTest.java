package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole incident with nothing but HTTP, while the product's own clockwork runs. */
@EnsembleTest
class IncidentByHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    private String incident;

    @BeforeEach
    void startTheClockwork() {
        clockwork().start();
    }

    @AfterEach
    void stopTheClockwork() {
        clockwork().shutdown();
    }

    @Test
    void runsFromTheReportToItsEnd() {
        incident = json(call(
                        "rosa",
                        "POST",
                        "/api/v1/incidents",
                        Map.of("service", "Figgy", "condition", "down", "summary", "By nothing but HTTP")))
                .path("id")
                .asText();
        assertThat(incident).startsWith("INC-");
        eventually(posts -> assertThat(posts)
                .anyMatch(text -> text.startsWith("<!here> We have the following incident: Figgy is down.")));

        done(call(
                "maya",
                "PUT",
                "/api/v1/incidents/%s/roles/moderator/holder".formatted(incident),
                Map.of("person", "maya")));
        submitRole("note-taker", "noor");
        done(call(
                "eli",
                "POST",
                "/api/v1/incidents/%s/timeline".formatted(incident),
                Map.of("text", "The rack is dark")));
        submit("eli", "investigate", Map.of("next", "try-fix", "idea", "Change the fuse"));
        submit("eli", "applyFix", Map.of("whatWasDone", "Changed it"));
        submit("lena", "verifyFix", Map.of("fixed", "yes", "observed", "Pages load"));
        assertThat(shown().path("condition").asText()).isEqualTo("restored");
        assertThat(shown().path("stage").asText()).isEqualTo("reflect");

        submit("noor", "scheduleMeeting", Walk.meetingTomorrow());
        submit("noor", "moveMeeting", Map.of("what", "begin-now"));
        submit(
                "maya",
                "holdMeeting",
                Map.of("causes", "One fuse for both hosts\nNobody knew", "lessons", "Look at fuses"));
        submit("maya", "agreeOnFollowUps", Map.of("followUps", List.of(Walk.followUp("eli"))));
        assertThat(shown().path("roles")).isEmpty();
        submit("eli", "acceptFollowUp", Map.of("decision", "accept"));
        submit("eli", "doFollowUp", Map.of("outcome", "let-go", "letGoReason", "We move to another room"));

        assertThat(shown().path("stage").asText()).isEqualTo("closed");
        assertThat(shown().path("closedAt").asText()).isNotEmpty();
        assertThat(shown().path("openTasks")).isEmpty();
        var timeline = json(call("rosa", "GET", "/api/v1/incidents/%s/timeline".formatted(incident), null));
        assertThat(labels(timeline)).startsWith("Incident reported").contains("Finding", "Apply fix", "Hold meeting");
        eventually(posts -> assertThat(posts)
                .anyMatch(text -> text.contains(incident + " is closed.") && text.contains("One fuse for both hosts")));
        assertThat(Surroundings.SLACK.complaints()).isEmpty();
    }

    private JobExecutor clockwork() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    private void submitRole(String role, String person) {
        var task = StreamSupport.stream(
                        json(call(
                                        person,
                                        "POST",
                                        "/engine-rest/task",
                                        Map.of(
                                                "taskDefinitionKey",
                                                "takeRole",
                                                "processInstanceBusinessKey",
                                                incident,
                                                "processVariables",
                                                List.of(Map.of("name", "role", "operator", "eq", "value", role)))))
                                .spliterator(),
                        false)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        done(call(person, "POST", "/engine-rest/task/%s/claim".formatted(task), Map.of("userId", person)));
        done(call(person, "POST", "/engine-rest/task/%s/submit-form".formatted(task), Map.of()));
    }

    private void submit(String person, String key, Map<String, Object> entered) {
        var variables = entered.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> variable(field.getValue())));
        done(call(
                person,
                "POST",
                "/engine-rest/task/%s/submit-form".formatted(open(key)),
                Map.of("variables", variables)));
    }

    private static Map<String, Object> variable(Object value) {
        return value instanceof String ? Map.of("value", value) : Map.of("value", text(value), "type", "Json");
    }

    private String open(String key) {
        return StreamSupport.stream(shown().path("openTasks").spliterator(), false)
                .filter(task -> task.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No %s in %s".formatted(key, shown())))
                .path("id")
                .asText();
    }

    private JsonNode shown() {
        return json(call("rosa", "GET", "/api/v1/incidents/" + incident, null));
    }

    private void eventually(Consumer<List<String>> check) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> check.accept(Surroundings.SLACK.posts().stream()
                        .map(post -> post.text())
                        .toList()));
    }

    private static List<String> labels(JsonNode timeline) {
        return StreamSupport.stream(timeline.spliterator(), false)
                .map(entry -> entry.path("label").asText())
                .toList();
    }

    private HttpResponse<String> call(String person, String method, String path, Object body) {
        return new Browser(port)
                .send(
                        method,
                        path,
                        body == null ? null : text(body),
                        "Authorization",
                        Browser.basic(person, "ensemble"));
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        done(answer);
        try {
            return JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
