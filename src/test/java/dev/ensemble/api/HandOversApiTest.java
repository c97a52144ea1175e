package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Roles pass from one person to another over REST. */
@EnsembleTest
class HandOversApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private HandOvers handOvers;

    @Test
    void handsARoleOver() throws Exception {
        walk.responding().take("note-taker", "noor");

        assertThat(call("noor", "POST", "/hand-over", "{\"to\": \" ines \", \"briefing\": \"Two hosts\\n- one rack\"}")
                        .statusCode())
                .isEqualTo(204);
        var offered = role();
        assertThat(offered.path("holder").asText()).isEqualTo("noor");
        assertThat(offered.path("offeredTo").asText()).isEqualTo("ines");
        assertThat(handOvers.open(walk.id(), Role.NOTE_TAKER))
                .map(HandOver::briefing)
                .contains("Two hosts\n- one rack");
        refused(call("noor", "POST", "/hand-over", to("sam")), 409, "Ines Costa is asked to take over as note taker");
        refused(call("sam", "POST", "/hand-over/accept", null), 403, "Ines Costa is asked");
        refused(call("noor", "POST", "/hand-over/decline", "{}"), 403, "Only they can answer");

        assertThat(call("ines", "POST", "/hand-over/accept", null).statusCode()).isEqualTo(204);
        assertThat(role().path("holder").asText()).isEqualTo("ines");
        assertThat(role().has("offeredTo")).isFalse();
        refused(
                call("ines", "POST", "/hand-over/accept", null),
                409,
                "Ines Costa has accepted. Ines Costa is note taker.");
        refused(call("noor", "DELETE", "/hand-over", null), 409, "is not offered to anybody now");
    }

    @Test
    void declinesAnOffer() throws Exception {
        walk.responding().take("note-taker", "noor");
        call("noor", "POST", "/hand-over", to("ines"));

        refused(
                call("ines", "POST", "/hand-over/decline", "{\"reason\": \"%s\"}".formatted("x".repeat(501))),
                400,
                "reason: Keep it to 500 characters");
        assertThat(call("ines", "POST", "/hand-over/decline", "{\"reason\": \"I moderate\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(role().path("holder").asText()).isEqualTo("noor");
        assertThat(role().has("offeredTo")).isFalse();
        refused(call("ines", "POST", "/hand-over/decline", null), 409, "Ines Costa has declined. Noor Haddad is");

        call("noor", "POST", "/hand-over", to("ines"));
        assertThat(call("ines", "POST", "/hand-over/decline", null).statusCode())
                .isEqualTo(204);
    }

    @Test
    void takesAnOfferBack() throws Exception {
        walk.responding().take("note-taker", "noor");
        refused(
                call("noor", "DELETE", "/hand-over", null),
                409,
                "is not offered to anybody now. Noor Haddad is note taker.");
        call("noor", "POST", "/hand-over", to("ines"));

        refused(call("sam", "DELETE", "/hand-over", null), 403, "Noor Haddad is note taker. Only they");
        assertThat(call("noor", "DELETE", "/hand-over", null).statusCode()).isEqualTo(204);
        refused(call("ines", "POST", "/hand-over/accept", null), 409, "Noor Haddad has taken the offer back.");
        assertThat(role().path("holder").asText()).isEqualTo("noor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | to: Give the user id",
                "{\"to\": \" \"} | to: Give the user id",
                "{\"to\": \"nobody\"} | to: Nobody here has this user id",
                "{\"to\": \"noor\"} | to: Noor Haddad holds the role already",
                "{\"to\": \"other-systems\"} | to: Other systems is not in the group responders",
                "{\"to\": 7, \"briefing\": []} | briefing: Give text"
            })
    void refusesAnOfferNamingTheField(String body, String why) throws Exception {
        walk.responding().take("note-taker", "noor");

        refused(call("noor", "POST", "/hand-over", body), 400, why);
        assertThat(role().has("offeredTo")).isFalse();
    }

    @Test
    void refusesAnOfferThatIsTooLongOrNotTheirsOrOfNothing() throws Exception {
        walk.responding();
        refused(call("noor", "POST", "/hand-over", to("ines")), 409, "Nobody is note taker of " + walk.id() + " now.");
        walk.take("note-taker", "noor");

        refused(call("sam", "POST", "/hand-over", to("sam")), 403, "Noor Haddad is note taker. Only they");
        refused(
                call(
                        "noor",
                        "POST",
                        "/hand-over",
                        "{\"to\": \"ines\", \"briefing\": \"%s\"}".formatted("x".repeat(4001))),
                400,
                "briefing: Keep it to 4000 characters");
        assertThat(call("maya", "POST", "/hand-over", to("ines")).statusCode()).isEqualTo(204);
        assertThat(call("noor", "POST", "INC-999999999", "/hand-over", to("ines"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesARoleOver() throws Exception {
        walk.responding();
        refused(call("maya", "POST", "/take-over", reason("Gone")), 409, "Nobody is note taker");
        walk.take("note-taker", "noor");

        refused(call("sam", "POST", "/take-over", reason("Gone")), 403, "Only the moderator");
        refused(call("maya", "POST", "/take-over", "{}"), 400, "reason: Say why");
        refused(call("maya", "POST", "/take-over", reason("x".repeat(501))), 400, "reason: Keep it to 500");
        assertThat(call("maya", "POST", "/take-over", reason("Gone")).statusCode())
                .isEqualTo(204);
        assertThat(role().path("holder").asText()).isEqualTo("maya");
        refused(call("maya", "POST", "/take-over", reason("Gone")), 409, "You are note taker");
    }

    @Test
    void refusesARoleThatIsNotOfThisIncident() {
        walk.responding();
        var answer = new Browser(port)
                .send(
                        "POST",
                        "/api/v1/incidents/%s/roles/king/take-over".formatted(walk.id()),
                        reason("Gone"),
                        "Authorization",
                        Browser.basic("maya", "ensemble"));
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    private JsonNode role() throws Exception {
        var incident = new Browser(port)
                .send(
                        "GET",
                        "/api/v1/incidents/" + walk.id(),
                        null,
                        "Authorization",
                        Browser.basic("rosa", "ensemble"));
        for (var role : JSON.readTree(incident.body()).path("roles")) {
            if (role.path("role").asText().equals("note-taker")) {
                return role;
            }
        }
        throw new AssertionError(incident.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String why) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(why);
    }

    private HttpResponse<String> call(String person, String method, String path, String body) {
        return call(person, method, walk.id().toString(), path, body);
    }

    private HttpResponse<String> call(String person, String method, String incident, String path, String body) {
        return new Browser(port)
                .send(
                        method,
                        "/api/v1/incidents/%s/roles/note-taker%s".formatted(incident, path),
                        body,
                        "Authorization",
                        Browser.basic(person, "ensemble"));
    }

    private static String to(String person) {
        return "{\"to\": \"%s\"}".formatted(person);
    }

    private static String reason(String reason) {
        return "{\"reason\": \"%s\"}".formatted(reason);
    }
}
