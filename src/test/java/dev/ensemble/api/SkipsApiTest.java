package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Steps are skipped over REST. */
@EnsembleTest
class SkipsApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Test
    void skipsTheOneStepThatTheRowStandsAt() throws Exception {
        walk.responding();

        var answer = skip("maya", null);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var incident = json(answer);
        assertThat(incident.path("stage").asText()).isEqualTo("fix");
        var step = incident.path("skippedSteps").path(0);
        assertThat(step.path("task").asText()).isEqualTo("investigate");
        assertThat(step.path("label").asText()).isEqualTo("Investigate");
        assertThat(step.path("person").asText()).isEqualTo("maya");
        assertThat(step.path("at").asText()).isNotEmpty();
        assertThat(step.has("reason")).isFalse();
        assertThat(walk.openTasks()).contains("sayWhySkipped", "applyFix");
    }

    @Test
    void skipsAStepByItsName() throws Exception {
        walk.fixing();

        refused(skip("maya", "{\"task\": \"investigate\"}"), 409, "What is required now: applyFix.");
        assertThat(skip("maya", "{\"task\": \"applyFix\"}").statusCode()).isEqualTo(200);

        assertThat(walk.openTasks()).contains("verifyFix");
    }

    @Test
    void skipsNothingWhereNothingIsRequired() throws Exception {
        walk.restored();

        refused(skip("maya", "{}"), 409, "Nothing is required now that could be skipped.");
        refused(skip("maya", "{\"task\": \"holdRole\"}"), 409, "Nothing is required now");
    }

    @Test
    void isForTheModeratorWhereThereIsOne() throws Exception {
        walk.responding();

        refused(skip("eli", null), 403, "Maya Osei moderates. Only they can skip a step");
        assertThat(walk.openTasks()).contains("investigate");

        walk.giveUp("moderator", "maya", "");
        assertThat(skip("eli", null).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsItsIncidents() {
        var answer = new Browser(port)
                .post("/api/v1/incidents/INC-999999999/skip", "{}", "Authorization", Browser.basic("maya", "ensemble"));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheReasonOnceItIsSaid() throws Exception {
        walk.responding();
        skip("maya", null);
        walk.complete("sayWhySkipped", "maya", Map.of("skipReason", "We knew it"));

        var incident = json(new Browser(port)
                .get("/api/v1/incidents/" + walk.id(), "Authorization", Browser.basic("rosa", "ensemble")));
        assertThat(incident.path("skippedSteps").path(0).path("reason").asText())
                .isEqualTo("We knew it");
    }

    private HttpResponse<String> skip(String person, String body) {
        return new Browser(port)
                .post(
                        "/api/v1/incidents/%s/skip".formatted(walk.id()),
                        body,
                        "Authorization",
                        Browser.basic(person, "ensemble"));
    }

    private static void refused(HttpResponse<String> answer, int status, String why) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("detail").asText()).contains(why);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
