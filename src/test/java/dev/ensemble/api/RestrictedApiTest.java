package dev.ensemble.api;

import static dev.ensemble.Browser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Restricted incidents over HTTP: who may see them sees them at once, in every interface, and nobody else ever does. */
@EnsembleTest
class RestrictedApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSECURE = """
            {"service": "Figgy", "condition": "insecure", "summary": "The keys are on the web", "reporter": "rosa"}""";
    private static final String DOWN = """
            {"service": "Figgy", "condition": "down", "summary": "Readers see an error"}""";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    @Test
    void tellsWhoReportedItNoMoreThanTheySaid() throws IOException {
        var answer = send("POST", "/api/v1/incidents", INSECURE, "Bearer " + EnsembleTest.API_TOKEN);

        assertThat(answer.statusCode()).isEqualTo(201);
        var incident = JSON.readTree(answer.body());
        assertThat(incident.path("id").asText()).startsWith("SEC-");
        assertThat(incident.path("restricted").asBoolean()).isTrue();
        assertThat(incident.has("openTasks")).isFalse();
        assertThat(incident.has("messages")).isFalse();
        var path = "/api/v1/incidents/" + incident.path("id").asText();
        assertThat(send("GET", path, null, "Bearer " + EnsembleTest.API_TOKEN).statusCode())
                .isEqualTo(404);
        assertThat(get(path, "rosa").path("openTasks")).isNotEmpty();
    }

    @Test
    void isNotShownToASystemThatReportedItAsItself() throws IOException {
        var answer = send("POST", "/api/v1/incidents", """
                {"service": "Figgy", "condition": "down", "summary": "Keys", "restricted": true}""", "Bearer " + EnsembleTest.API_TOKEN);

        assertThat(answer.statusCode()).isEqualTo(201);
        var path = answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
        assertThat(send("GET", path, null, "Bearer " + EnsembleTest.API_TOKEN).statusCode())
                .isEqualTo(404);
        assertThat(status("GET", path, null, "ivo")).isEqualTo(200);
    }

    @Test
    void isStartedByTheEnginesInterfaceJustAsWell() throws IOException {
        var answer = send("POST", "/engine-rest/process-definition/key/incident/start", """
                {"variables": {"service": {"value": "Figgy"}, "condition": {"value": "down"},
                  "summary": {"value": "The keys are on the web"}, "restricted": {"value": true}}}""", as("rosa"));

        assertThat(answer.statusCode()).isEqualTo(200);
        var instance = JSON.readTree(answer.body());
        assertThat(instance.path("businessKey").asText()).startsWith("SEC-");
        var path = "/engine-rest/process-instance/" + instance.path("id").asText();
        assertThat(status("GET", path, null, "rosa")).isEqualTo(200);
        assertThat(status("GET", path, null, "sam")).isEqualTo(404);
        assertThat(status("GET", "/engine-rest/process-instance/none", null, "sam"))
                .isEqualTo(404);
    }

    @Test
    void isThereAtOnceForWhoeverIsGivenARole() throws IOException {
        var incident = insecure();
        var path = "/api/v1/incidents/" + incident;
        var tasks = "/engine-rest/task/count?processInstanceBusinessKey=" + incident;
        var maya = new Browser(port);
        maya.login("maya", "ensemble");
        assertThat(status("GET", path, null, "maya")).isEqualTo(404);
        assertThat(get(tasks, "maya").path("count").asInt()).isZero();
        assertThat(tasksInWebapps(maya, incident)).isZero();

        assertThat(status("PUT", path + "/roles/moderator/holder", "{\"person\": \"maya\"}", "rosa"))
                .isEqualTo(204);

        assertThat(status("GET", path, null, "maya")).isEqualTo(200);
        assertThat(get(tasks, "maya").path("count").asInt()).isPositive();
        assertThat(tasksInWebapps(maya, incident)).isPositive();
        assertThat(get("/api/v1/incidents?condition=insecure", "maya").toString())
                .contains(incident);
        assertThat(get("/api/v1/incidents?condition=insecure", "sam").toString())
                .doesNotContain(incident);
    }

    @Test
    void isThereAtOnceAndNoLongerForWhoeverIsAskedToTakeARoleOver() throws IOException {
        var incident = insecure();
        var role = "/api/v1/incidents/%s/roles/moderator".formatted(incident);
        assertThat(status("PUT", role + "/holder", "{\"person\": \"maya\"}", "rosa"))
                .isEqualTo(204);
        var sam = new Browser(port);
        sam.login("sam", "ensemble");
        assertThat(tasksInWebapps(sam, incident)).isZero();

        assertThat(status("POST", role + "/hand-over", "{\"to\": \"sam\"}", "maya"))
                .isEqualTo(204);
        assertThat(tasksInWebapps(sam, incident)).isPositive();
        assertThat(status("POST", role + "/hand-over/decline", "{}", "sam")).isEqualTo(204);

        assertThat(tasksInWebapps(sam, incident)).isZero();
        assertThat(status("GET", "/api/v1/incidents/" + incident, null, "sam")).isEqualTo(404);
    }

    @Test
    void isThereForTheSecurityGroupAndAdministrators() throws IOException {
        var incident = insecure();
        person("watch", "security");
        person("root", "camunda-admin");

        for (var person : new String[] {"watch", "root"}) {
            var login = basic(person, person);
            assertThat(send("GET", "/api/v1/incidents/" + incident, null, login).statusCode())
                    .as(person)
                    .isEqualTo(200);
            assertThat(send("GET", "/engine-rest/task/count?processInstanceBusinessKey=" + incident, null, login)
                            .body())
                    .as(person)
                    .doesNotContain("\"count\":0");
            var browser = new Browser(port);
            browser.login(person, person);
            assertThat(tasksInWebapps(browser, incident)).as(person).isPositive();
        }
    }

    @Test
    void isRestrictedLater() throws IOException {
        var incident = report(DOWN, "noor");
        var path = "/api/v1/incidents/" + incident;
        assertThat(status("POST", path + "/restrict", "{\"reason\": \" \"}", "noor"))
                .isEqualTo(400);

        var answer = send("POST", path + "/restrict", "{\"reason\": \"Patron data shows\"}", as("noor"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("restricted").asBoolean()).isTrue();
        assertThat(status("POST", path + "/restrict", "{\"reason\": \"Again\"}", "noor"))
                .isEqualTo(409);
        assertThat(status("POST", path + "/restrict", "{\"reason\": \"Again\"}", "sam"))
                .isEqualTo(404);
        assertThat(status("GET", path, null, "sam")).isEqualTo(404);
    }

    @Test
    void isOutOfSightForWhoeverRestrictedItAndHasNothingToDoWithIt() throws IOException {
        var incident = report(DOWN, "noor");

        var answer = send(
                "POST",
                "/api/v1/incidents/%s/condition".formatted(incident),
                "{\"condition\": \"insecure\"}",
                as("sam"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(status("GET", "/api/v1/incidents/" + incident, null, "sam")).isEqualTo(404);
        assertThat(get("/api/v1/incidents/" + incident, "noor")
                        .path("restricted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void leavesNoGapInTheIdsOfTheOthers() throws IOException {
        var first = report(DOWN, "noor");
        var before = finding(first);
        var secret = insecure();
        finding(secret);

        var second = report(DOWN, "noor");
        var events = get("/api/v1/incidents/%s/timeline".formatted(second), "noor");

        assertThat(number(second)).isEqualTo(number(first) + 1);
        assertThat(events.get(0).path("id").asLong()).isEqualTo(before + 1);
    }

    private long finding(String incident) throws IOException {
        var answer = send(
                "POST",
                "/api/v1/incidents/%s/timeline".formatted(incident),
                "{\"text\": \"A finding\"}",
                as(incident.startsWith("SEC") ? "rosa" : "noor"));
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asLong();
    }

    private static long number(String incident) {
        return Long.parseLong(incident.replaceFirst(".*-", ""));
    }

    private String insecure() throws IOException {
        return report(INSECURE, "rosa");
    }

    private String report(String json, String person) throws IOException {
        var answer = send("POST", "/api/v1/incidents", json, as(person));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private int tasksInWebapps(Browser browser, String incident) throws IOException {
        browser.get("/camunda/app/tasklist/default/");
        return JSON.readTree(browser.get(
                                "/camunda/api/engine/engine/default/task/count?processInstanceBusinessKey=" + incident)
                        .body())
                .path("count")
                .asInt();
    }

    private void person(String id, String group) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            var person = identities.newUser(id);
            person.setPassword(id);
            identities.saveUser(person);
            identities.createMembership(id, group);
        }
    }

    private JsonNode get(String path, String person) throws IOException {
        return JSON.readTree(send("GET", path, null, as(person)).body());
    }

    private int status(String method, String path, String json, String person) {
        return send(method, path, json, as(person)).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String json, String login) {
        return new Browser(port).send(method, path, json, "Authorization", login);
    }

    private static String as(String person) {
        return basic(person, "ensemble");
    }
}
