package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.process.Course;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People outside are told over REST, or not, and why not. */
@EnsembleTest
class UpdatesApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Course course;

    @Test
    void tellsAllThatAreOwedSomething() {
        walk.responding();

        var answer = tell("{\"text\": \"Down, and we are on it\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var updates = json(answer).path("updates");
        assertThat(updates).hasSize(4);
        assertThat(updates.findValuesAsText("audience"))
                .containsExactlyInAnyOrder("public-services-desks", "library-staff", "campus", "website-visitors");
        assertThat(updates.get(0).path("text").asText())
                .startsWith("Down, and we are on it\n\nYou hear from us again by");
        assertThat(updates.get(0).path("person").asText()).isEqualTo("maya");
        assertThat(updates.get(0).path("word").asText()).isEqualTo("first");
        assertThat(Instant.parse(updates.get(0).path("next").asText())).isAfter(Instant.now());
        assertThat(json(answer).path("obligations"))
                .hasSize(4)
                .allSatisfy(owed -> assertThat(owed.path("metAt").asText()).isNotEmpty());
    }

    @Test
    void tellsOneAndShowsWhatIsOwedToTheOthers() {
        walk.responding();

        var answer = tell("{\"text\": \"Down\", \"audience\": \"library-staff\"}");

        assertThat(json(answer).path("updates")).singleElement().satisfies(told -> {
            assertThat(told.path("through").asText()).isEqualTo("mail");
            assertThat(told.path("to").asText()).isEqualTo("library-staff@lists.example.org");
            assertThat(told.path("state").asText()).isEqualTo("due");
            assertThat(told.path("noChange").asBoolean(true)).isFalse();
        });
        assertThat(json(answer).path("obligations"))
                .filteredOn(owed -> owed.path("endedAt").isMissingNode())
                .hasSize(3)
                .allSatisfy(owed ->
                        assertThat(Instant.parse(owed.path("due").asText())).isAfter(Instant.now()));
    }

    @Test
    void saysThatNothingHasChanged() {
        walk.responding();
        tell("{\"text\": \"Down\", \"audience\": \"library-staff\"}");

        var answer = tell("{\"noChange\": true, \"audience\": \"library-staff\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("updates").get(1).path("text").asText())
                .startsWith("Nothing has changed: Figgy is still down");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|text|Write what they should know, or set noChange where nothing has changed.",
                "{\"text\": \" \"}|text|Write what they should know, or set noChange where nothing has changed.",
                "{\"noChange\": true}|noChange|They do not know how things stand yet. Say it in a text.",
                "{\"text\": \"Down\", \"audience\": \"press\"}|audience|The plan tells others about this incident. Say one of campus, library-staff, public-services-desks, website-visitors, or leave it out for all."
            })
    void refusesWhatCannotBeTold(String body, String field, String reason) {
        walk.responding();

        var answer = tell(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("errors").get(0).path("field").asText()).isEqualTo(field);
        assertThat(json(answer).path("errors").get(0).path("message").asText()).isEqualTo(reason);
        assertThat(get().path("updates")).isEmpty();
    }

    @Test
    void refusesATextThatIsTooLong() {
        walk.responding();

        var answer = tell("{\"text\": \"%s\"}".formatted("x".repeat(2001)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Keep it to 2000 characters");
    }

    @Test
    void tellsNobodyWhoIsOwedNothing() {
        walk.reported("Figgy", "degraded", "Slow");
        assertConflict(tell("{\"text\": \"Slow\", \"audience\": \"campus\"}"), "no word is owed to campus now");

        walk.asRun("maya", () -> course.retracted(walk.id(), "Nothing"));
        assertConflict(tell("{\"text\": \"Slow\"}"), "is retracted.");
        assertConflict(tell("{\"text\": \"Slow\", \"audience\": \"library-staff\"}"), "is retracted.");
    }

    @Test
    void isNotForOtherSystems() {
        walk.responding();

        var answer = new Browser(port)
                .send(
                        "POST",
                        "/api/v1/incidents/%s/updates".formatted(walk.id()),
                        "{\"text\": \"Down\"}",
                        "Authorization",
                        "Bearer " + EnsembleTest.API_TOKEN);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get().path("updates")).isEmpty();
    }

    private static void assertConflict(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer).path("detail").asText()).contains(reason);
    }

    private HttpResponse<String> tell(String body) {
        return send("POST", "/updates", body);
    }

    private JsonNode get() {
        return json(send("GET", "", null));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return new Browser(port)
                .send(
                        method,
                        "/api/v1/incidents/" + walk.id() + path,
                        body,
                        "Authorization",
                        Browser.basic("maya", "ensemble"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
