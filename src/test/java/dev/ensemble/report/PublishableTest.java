package dev.ensemble.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.PublishableVersions;
import dev.ensemble.incident.Report;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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

        var written = write("rosa", "## What happened\n\nA *key* was seen; it is changed.");

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(json(written).at("/writtenBy/id").asText()).isEqualTo("rosa");
        assertThat(read("text/markdown").body()).isEqualTo("## What happened\n\nA *key* was seen; it is changed.\n");
        assertThat(read("text/html").body())
                .contains("<h2>What happened</h2>", "<em>key</em>")
                .doesNotContain("Readers see an error", "Figgy", "Rosa");
        assertThat(json(read("application/json")).path("text").asText()).startsWith("## What happened");
        assertThat(read("application/pdf").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsWhoWroteWhat() {
        restricted();
        write("rosa", "First");
        write("ivo", "Second");

        assertThat(json(read("application/json")).path("text").asText()).isEqualTo("Second");
        assertThat(versions.of(walk.id())).extracting("person").containsExactly("ivo", "rosa");
    }

    @Test
    void keepsBothOfTwoThatAreWrittenAtOnce() {
        restricted();

        var both = List.of("rosa", "ivo").stream()
                .map(person -> CompletableFuture.supplyAsync(() -> write(person, "By " + person)))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(200);
        assertThat(versions.of(walk.id())).extracting("text").containsExactlyInAnyOrder("By rosa", "By ivo");
    }

    @Test
    void isAskedForInWordsThatSayWhatWouldDo() {
        restricted();

        for (var text : List.of("", " \u200b ", "x".repeat(PublishableVersions.LONGEST_TEXT + 1))) {
            var answer = write("rosa", text);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("text");
        }
        assertThat(versions.of(walk.id())).isEmpty();
    }

    @Test
    void isNotWrittenForWhatEverybodyMayRead() {
        walk.reported();

        var answer = write("rosa", "Something else");

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

    @Test
    void isForThoseOfTheIncidentLikeTheReportItself() {
        restricted();
        write("rosa", "For everybody");
        var report = "/api/v1/incidents/%s/report".formatted(walk.id());

        for (var accepted : List.of("application/json", "text/html", "text/markdown", "application/pdf")) {
            assertThat(get("sam", report, accepted).statusCode()).isEqualTo(404);
            assertThat(get("sam", report + "?version=publishable", accepted).statusCode())
                    .isEqualTo(404);
        }
        assertThat(write("sam", "By an outsider").statusCode()).isEqualTo(404);
        assertThat(get("sam", "/api/v1/incidents/SEC-99999/report", "text/html").body())
                .isEqualTo(
                        get("sam", report, "text/html").body().replace(walk.id().toString(), "SEC-99999"));

        assertThat(get("ivo", report, "text/html").body())
                .contains("Restricted: only for the people of this incident.", "<svg", "?version=publishable");
        assertThat(get("ivo", report, "application/pdf").statusCode()).isEqualTo(200);
    }

    private void restricted() {
        walk.reported(new Report("Figgy", "down", "Readers see an error on every page", null, true, false));
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
        return get("rosa", "/api/v1/incidents/%s/report?version=publishable".formatted(walk.id()), accepted);
    }

    private HttpResponse<String> get(String person, String path, String accepted) {
        return new Browser(port).get(path, "Authorization", Browser.basic(person, "ensemble"), "Accept", accepted);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
