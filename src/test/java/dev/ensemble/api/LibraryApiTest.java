package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The library over REST. */
@EnsembleTest
class LibraryApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Walk other;

    @Test
    void findsWhatAMeetingUnderstoodAndShowsWhereToLook() {
        walk.meeting()
                .complete(
                        "holdMeeting",
                        "maya",
                        Map.of("causes", "A marmoset chewed the cable", "lessons", "Feed the marmoset"));

        var items = items("q=marmosets");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("incident").asText()).isEqualTo(walk.id().toString());
        assertThat(items.get(0).path("service").asText()).isEqualTo("Figgy");
        assertThat(items.get(0).path("condition").asText()).isEqualTo("down");
        assertThat(items.get(0).path("reportedAt").asText())
                .isEqualTo(walk.record().reportedAt().toString());
        assertThat(items.get(0).path("where").asText()).isEqualTo("cause");
        assertThat(items.get(0).path("excerpt").asText()).isEqualTo("A marmoset chewed the cable");
        assertThat(items.get(0).path("link").asText()).endsWith("/api/v1/incidents/" + walk.id());
        assertThat(items("q=marmoset&cause=cable&service=figgy&role=moderator&from=2026-01-01"))
                .hasSize(1);
        assertThat(items("q=marmoset&cause=feed")).isEmpty();
        assertThat(items("q=marmoset&role=interpreter")).isEmpty();
        assertThat(items("q=marmoset&to=2026-01-01")).isEmpty();
        assertThat(items("q=marmoset&service=Catalog")).isEmpty();
    }

    @Test
    void neverFindsWhatPeopleWroteAlone() {
        walk.restored()
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .completeOwn(
                        "reflectAlone",
                        "maya",
                        Map.of("answers", List.of(Map.of("question", "What surprised you?", "answer", "An axolotl"))));

        assertThat(items("q=axolotl")).isEmpty();
    }

    @Test
    void findsWhatCameFromAMergedIncidentWhereItIsNow() {
        walk.reported("Figgy", "down", "One capybara").take("moderator", "maya");
        other.responding();
        new Browser(port)
                .post(
                        "/api/v1/incidents/%s/timeline".formatted(walk.id()),
                        "{\"text\": \"A pangolin in the rack\"}",
                        "Authorization",
                        Browser.basic("eli", "ensemble"));
        assertThat(items("q=pangolin").findValuesAsText("incident"))
                .containsExactly(walk.id().toString());

        new Browser(port)
                .post(
                        "/api/v1/incidents/%s/merge".formatted(walk.id()),
                        "{\"into\": \"%s\"}".formatted(other.id()),
                        "Authorization",
                        Browser.basic("maya", "ensemble"));

        assertThat(items("q=pangolin").findValuesAsText("incident"))
                .contains(other.id().toString());
    }

    @Test
    void goesOnPageByPage() {
        walk.reported("Figgy", "down", "A wombat");
        other.reported("Figgy", "down", "Another wombat");

        var first = json(get("q=wombat&limit=1"));
        var second = json(get("q=wombat&limit=1&cursor=" + first.path("next").asText()));

        assertThat(first.path("items").findValuesAsText("incident"))
                .containsExactly(other.id().toString());
        assertThat(second.path("items").findValuesAsText("incident"))
                .containsExactly(walk.id().toString());
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "q=%25, q",
        "q=a*, q",
        "cause=-, cause",
        "from=soon, from",
        "to=2026-02-30, to",
        "limit=0, limit",
        "limit=51, limit",
        "limit=x, limit",
        "cursor=x, cursor"
    })
    void namesWhatCannotBeTaken(String query, String field) {
        var answer = get(query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsText("field")).containsExactly(field);
    }

    @Test
    void isForThoseWhoMayRead() {
        var browser = new Browser(port);

        assertThat(browser.get("/api/v1/library").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/library", "Authorization", "Bearer " + EnsembleTest.API_TOKEN)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("q=" + URLEncoder.encode("<script>", StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode items(String query) {
        var answer = get(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("items");
    }

    private HttpResponse<String> get(String query) {
        return new Browser(port).get("/api/v1/library?" + query, "Authorization", Browser.basic("rosa", "ensemble"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
