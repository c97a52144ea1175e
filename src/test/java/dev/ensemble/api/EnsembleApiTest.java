package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Ensemble and the glossary over REST. */
@EnsembleTest
class EnsembleApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Test
    void takesPeopleInAndShowsThemInBothLists() {
        walk.responding();

        done(join("sam", "learner", "sam"));
        done(join("maya", "expert", "lena"));

        var shown = json(get("/incidents/" + walk.id()));
        assertThat(shown.path("ensemble").findValuesAsText("person")).containsExactly("sam", "lena");
        assertThat(shown.path("ensemble").get(0).path("role").asText()).isEqualTo("learner");
        assertThat(shown.path("ensemble").get(0).has("until")).isFalse();
        assertThat(shown.path("roles").findValuesAsText("role")).containsExactly("moderator", "learner", "expert");
        assertThat(shown.path("roles").findValuesAsText("holder")).containsExactly("maya", "sam", "lena");
        assertThat(walk.timeline())
                .anyMatch(entry -> entry.label().equals("Join ensemble")
                        && "maya".equals(entry.person())
                        && "expert: Lena Novak".equals(entry.text()));
    }

    @Test
    void takesNobodyInTwiceOrWhoIsUnknownOrByWhoIsNoResponder() {
        walk.responding();
        done(join("sam", "learner", "sam"));

        refused(join("sam", "learner", "sam"), 409, "Sam Turner is in the Ensemble as learner already.");
        refused(join("sam", "expert", "sam"), 409, "Leave first, then join as expert.");
        refused(join("sam", "learner", "nobody"), 400, "Nobody here has this user id.");
        refused(join("sam", "learner", "other-systems"), 400, "not in the group responders");
        refused(
                new Browser(port)
                        .send(
                                "PUT",
                                holder("learner"),
                                "{\"person\": \"ivo\"}",
                                "Authorization",
                                "Bearer " + EnsembleTest.API_TOKEN),
                403,
                "");
        assertThat(walk.open("leaveEnsemble")).hasSize(1);
    }

    @Test
    void letsPeopleGoByTheirOwnWordOrTheModerators() {
        walk.responding();
        done(join("sam", "learner", "sam"));
        done(join("lena", "expert", "lena"));

        refused(leave("sam", "expert", ""), 409, "Sam Turner is in the Ensemble as learner.");
        refused(leave("sam", "expert", "?person=lena"), 403, "Only Lena Novak can say that they leave");
        refused(leave("ivo", "learner", ""), 409, "Ivo");
        done(leave("sam", "learner", ""));
        done(leave("maya", "expert", "?person=lena"));

        assertThat(json(get("/incidents/" + walk.id())).path("ensemble").findValuesAsText("until"))
                .hasSize(2);
    }

    @Test
    void takesNobodyInOnceTheMeetingIsOver() {
        walk.followingUp();

        refused(join("sam", "learner", "sam"), 409, "asks nobody to join now.");
        refused(leave("sam", "learner", ""), 409, "is not in the Ensemble");
        assertThat(json(get("/incidents/" + walk.id())).path("ensemble")).isEmpty();
        assertThat(walk.timeline()).noneMatch(entry -> entry.label().equals("Join ensemble"));
    }

    @Test
    void showsTheGlossaryOfAServiceByItsNameOrAlias() {
        walk.reported("Library website", "down", "No page")
                .complete(
                        "sumUp",
                        "ines",
                        Map.of(
                                "summary",
                                "The cache is full",
                                "words",
                                List.of(Map.of("word", "CDN", "meaning", "Copies of pages near readers"))));

        for (var name : List.of("Library%20website", "homepage")) {
            var words = json(get("/services/%s/glossary".formatted(name)));
            assertThat(words).hasSize(1);
            assertThat(words.get(0).path("word").asText()).isEqualTo("CDN");
            assertThat(words.get(0).path("meaning").asText()).isEqualTo("Copies of pages near readers");
            assertThat(words.get(0).path("explainedBy").asText()).isEqualTo("ines");
            assertThat(words.get(0).path("incident").asText())
                    .isEqualTo(walk.id().toString());
            assertThat(words.get(0).path("at").asText()).isNotEmpty();
        }
        assertThat(json(get("/services/LibCal/glossary"))).isEmpty();
        refused(get("/services/Fogy/glossary"), 404, "The catalogue lists no service that is called Fogy.");
    }

    @Test
    void showsWhereToLookForAService() {
        assertThat(json(get("/services")).findValuesAsText("url")).contains("https://grafana.example.org/d/figgy");
    }

    private String holder(String role) {
        return "/api/v1/incidents/%s/roles/%s/holder".formatted(walk.id(), role);
    }

    private HttpResponse<String> join(String who, String role, String person) {
        return call(who, "PUT", holder(role), "{\"person\": \"%s\"}".formatted(person));
    }

    private HttpResponse<String> leave(String who, String role, String query) {
        return call(who, "DELETE", holder(role) + query, null);
    }

    private HttpResponse<String> get(String path) {
        return call("rosa", "GET", "/api/v1" + path, null);
    }

    private HttpResponse<String> call(String who, String method, String path, String body) {
        return new Browser(port).send(method, path, body, "Authorization", Browser.basic(who, "ensemble"));
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static void refused(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        done(answer);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
