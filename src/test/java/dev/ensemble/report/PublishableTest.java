package dev.ensemble.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.PublishableVersions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What everybody may read of a restricted incident is written by hand, or is not there. */
@EnsembleTest
class PublishableTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private PublishableVersions versions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isNotThereUntilSomebodyWritesIt() {
        restricted();

        for (var accepted : List.of("application/json", "text/html", "text/markdown", "application/pdf")) {
            var answer = read(accepted);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("detail").asText()).startsWith("Nobody has written");
        }
    }

    @Test
    void saysWhatWasWrittenAndNothingOfTheReport() {
        restricted();

        var written = write("maya", "## What happened\n\nA *key* was seen; it is changed.");

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(json(written).at("/writtenBy/id").asText()).isEqualTo("maya");
        assertThat(read("text/markdown").body()).isEqualTo("## What happened\n\nA *key* was seen; it is changed.\n");
        assertThat(read("text/html").body())
                .contains("<h2>What happened</h2>", "<em>key</em>")
                .doesNotContain("Readers see an error", "Figgy", "Rosa", "Maya");
        assertThat(json(read("application/json")).path("text").asText()).startsWith("## What happened");
        assertThat(read("application/pdf").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsWhoWroteWhat() {
        restricted();
        write("maya", "First");
        write("noor", "Second");

        assertThat(json(read("application/json")).path("text").asText()).isEqualTo("Second");
        assertThat(versions.of(walk.id())).extracting("person").containsExactly("noor", "maya");
    }

    @Test
    void keepsBothOfTwoThatAreWrittenAtOnce() {
        restricted();

        var both = List.of("maya", "noor").stream()
                .map(person -> CompletableFuture.supplyAsync(() -> write(person, "By " + person)))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(200);
        assertThat(versions.of(walk.id())).extracting("text").containsExactlyInAnyOrder("By maya", "By noor");
    }

    @Test
    void isAskedForInWordsThatSayWhatWouldDo() {
        restricted();

        for (var text : List.of("", " \u200b ", "x".repeat(PublishableVersions.LONGEST_TEXT + 1))) {
            var answer = write("maya", text);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("text");
        }
        assertThat(versions.of(walk.id())).isEmpty();
    }

    @Test
    void isNotWrittenForWhatEverybodyMayRead() {
        walk.reported();

        var answer = write("maya", "Something else");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asText()).contains("the report itself can be published");
    }

    @Test
    void isNotWrittenByOtherSystems() {
        restricted();

        assertThat(put("Bearer " + EnsembleTest.API_TOKEN, "By a machine").statusCode())
                .isEqualTo(403);
        assertThat(versions.of(walk.id())).isEmpty();
    }

    private void restricted() {
        walk.reported();
        jdbc.sql("update incident set restricted = true where number = :number")
                .param("number", walk.id().number())
                .update();
    }

    private HttpResponse<String> write(String person, String text) {
        return put(Browser.basic(person, "ensemble"), text);
    }

    private HttpResponse<String> put(String who, String text) {
        return new Browser(port)
                .send(
                        "PUT",
                        "/api/v1/incidents/%s/report/publishable".formatted(walk.id()),
                        JSON.valueToTree(Map.of("text", text)).toString(),
                        "Authorization",
                        who);
    }

    private HttpResponse<String> read(String accepted) {
        return new Browser(port)
                .get(
                        "/api/v1/incidents/%s/report?version=publishable".formatted(walk.id()),
                        "Authorization",
                        Browser.basic("rosa", "ensemble"),
                        "Accept",
                        accepted);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
