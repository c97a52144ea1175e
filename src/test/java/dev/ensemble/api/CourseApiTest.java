package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An incident turns another way over REST, or not, and says why not. */
@EnsembleTest
class CourseApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Walk other;

    @Autowired
    private IdentityService identities;

    @Test
    void changesTheConditionOnceAndNotToWhatItIs() {
        walk.responding();

        var answer = turn("condition", Map.of("condition", "degraded", "note", "One host is back"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("condition").asText()).isEqualTo("degraded");
        assertConflict(turn("condition", Map.of("condition", "degraded")), "Figgy is degraded already.");
    }

    @Test
    void changesNoConditionOfWhatIsRestoredOrOver() {
        walk.restored();
        assertConflict(turn("condition", Map.of("condition", "degraded")), "If it broke again, reopen it.");

        closed();
        assertConflict(turn("condition", Map.of("condition", "degraded")), "is closed.");
    }

    @Test
    void retractsAndAfterThatNothingTurnsItAnyMore() {
        walk.responding();
        other.responding();

        var answer = turn("retract", Map.of("reason", "Only my network"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("stage").asText()).isEqualTo("retracted");
        assertThat(json(answer).path("retractedBecause").asText()).isEqualTo("Only my network");
        assertThat(json(answer).path("closedAt").asText()).isNotEmpty();
        assertThat(json(answer).path("openTasks")).isEmpty();
        assertThat(json(answer).path("lessons").get(0).asText()).isEqualTo("Only my network");
        assertConflict(turn("retract", Map.of("reason", "Again")), "is retracted.");
        assertConflict(turn("reopen", Map.of("reason", "Again")), "is retracted.");
        assertConflict(turn("condition", Map.of("condition", "insecure")), "is retracted.");
        assertConflict(turn("merge", Map.of("into", other.id().toString())), "is retracted.");
        assertConflict(
                post("maya", other.id() + "/merge", Map.of("into", walk.id().toString())), "is retracted.");
    }

    @Test
    void retractsNothingThatWasRestored() {
        walk.restored();
        assertConflict(turn("retract", Map.of("reason", "Nothing")), "It was something");

        assertThat(turn("reopen", Map.of("reason", "Down again")).statusCode()).isEqualTo(200);
        assertConflict(turn("retract", Map.of("reason", "Nothing")), "was restored before it broke again");

        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        closed();
        assertConflict(turn("retract", Map.of("reason", "Nothing")), "is closed.");
    }

    @Test
    void reopensWhatWasRestoredUntilItIsClosed() {
        walk.responding();
        assertConflict(turn("reopen", Map.of("reason", "Down again")), "it has not been restored.");

        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .take("note-taker", "noor")
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        var answer = turn("reopen", Map.of("reason", "Down again"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("id").asText()).isEqualTo(walk.id().toString());
        assertThat(json(answer).path("stage").asText()).isEqualTo("respond");
        assertThat(json(answer).path("condition").asText()).isEqualTo("down");
        assertThat(json(answer).has("restoredAt")).isFalse();

        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        closed();
        assertConflict(turn("reopen", Map.of("reason", "Down again")), "is closed.");
    }

    @Test
    void mergesIntoAnotherAndShowsWhereItWent() {
        walk.responding();
        other.responding();
        assertConflict(turn("merge", Map.of("into", walk.id().toString())), "cannot be a part of itself.");

        var answer = turn("merge", Map.of("into", other.id().toString()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("stage").asText()).isEqualTo("merged");
        assertThat(json(answer).path("mergedInto").asText())
                .isEqualTo(other.id().toString());
        assertThat(get(other.id() + "/timeline").findValuesAsText("from"))
                .contains(walk.id().toString());
        assertThat(get(other.id().toString()).path("tenures").findValuesAsText("from"))
                .containsExactly(walk.id().toString());
        assertConflict(turn("merge", Map.of("into", other.id().toString())), "is merged.");
        assertConflict(
                post("maya", other.id() + "/merge", Map.of("into", walk.id().toString())), "is merged.");
    }

    @Test
    void mergesNothingThatIsRestoredAndNothingIntoWhatIsClosed() {
        walk.restored();
        other.responding();
        assertConflict(turn("merge", Map.of("into", other.id().toString())), "is restored.");

        closed();
        assertConflict(
                post("maya", other.id() + "/merge", Map.of("into", walk.id().toString())), "is closed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "condition | {\"condition\": \"restored\"} | condition",
                "condition | {} | condition",
                "retract | {\"reason\": \" \"} | reason",
                "reopen | {} | reason",
                "merge | {} | into",
                "merge | {\"into\": \"INC-99999999\"} | into",
                "merge | {\"into\": \"the other one\"} | into"
            })
    void namesTheFieldThatCannotBeTaken(String what, String body, String field) {
        walk.responding();

        var answer = send("maya", walk.id() + "/" + what, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsText("field")).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "condition | {\"condition\": \"degraded\"}",
                "retract | {\"reason\": \"Nothing\"}",
                "reopen | {\"reason\": \"Again\"}",
                "merge | {\"into\": \"INC-1\"}"
            })
    void isForRespondersAndForNobodyElse(String what, String body) {
        walk.responding();
        var guest = identities.newUser("guest");
        guest.setPassword("ensemble");
        identities.saveUser(guest);
        try {
            assertThat(send("guest", walk.id() + "/" + what, body).statusCode()).isEqualTo(403);
        } finally {
            identities.deleteUser("guest");
        }
        var token = new Browser(port)
                .send(
                        "POST",
                        "/api/v1/incidents/%s/%s".formatted(walk.id(), what),
                        body,
                        "Authorization",
                        "Bearer " + EnsembleTest.API_TOKEN);
        assertThat(token.statusCode()).isEqualTo(403);
        assertThat(walk.record().isOver()).isFalse();
    }

    @Test
    void knowsOnlyIncidentsThatThereAre() {
        assertThat(post("maya", "INC-99999999/retract", Map.of("reason", "Nothing"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** The restored one goes on to its end. */
    private void closed() {
        if (walk.openTasks().stream().noneMatch("scheduleMeeting"::equals)) {
            throw new AssertionError("Not at its meeting");
        }
        walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "It is gone"));
        assertThat(walk.record().isClosed()).isTrue();
    }

    private static void assertConflict(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer).path("detail").asText()).contains(reason);
    }

    private HttpResponse<String> turn(String what, Map<String, String> body) {
        return post("maya", walk.id() + "/" + what, body);
    }

    private HttpResponse<String> post(String person, String path, Map<String, String> body) {
        try {
            return send(person, path, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String person, String path, String body) {
        return new Browser(port)
                .send("POST", "/api/v1/incidents/" + path, body, "Authorization", Browser.basic(person, "ensemble"));
    }

    private JsonNode get(String path) {
        return json(new Browser(port)
                .send("GET", "/api/v1/incidents/" + path, null, "Authorization", Browser.basic("maya", "ensemble")));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
