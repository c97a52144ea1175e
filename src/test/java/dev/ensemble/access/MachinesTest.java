package dev.ensemble.access;

import static dev.ensemble.Browser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Machines say who they are with each request, and may do what that person may. */
@EnsembleTest
class MachinesTest {

    private static final String TOKEN = "Bearer " + EnsembleTest.API_TOKEN;
    private static final String NOOR = basic("noor", "ensemble");
    private static final String OUTSIDER = basic("outsider", "out-of-here");
    private static final String REPORT = """
            {"service": "Catalog", "condition": "degraded", "summary": "Slow", "reporter": "noor"}""";
    private static final String START = """
            {"variables": {"service": {"value": "Catalog"}, "condition": {"value": "degraded"},
              "summary": {"value": "Slow"}, "reporter": {"value": "noor"}}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    @Autowired
    private TaskService tasks;

    @BeforeEach
    void addAnOutsider() {
        if (identities.createUserQuery().userId("outsider").count() == 0) {
            var outsider = identities.newUser("outsider");
            outsider.setPassword("out-of-here");
            identities.saveUser(outsider);
        }
    }

    @Test
    void letsNobodyInWithoutALogin() {
        for (var path :
                new String[] {"/engine-rest/task", "/api/v1/incidents", "/api/nothing", "/engine-rest/nothing"}) {
            var answer = call("GET", path, null, null);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(call("GET", "/engine-rest/task", null, basic("noor", "guess"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(call("GET", "/engine-rest/task", null, "Bearer guess").statusCode())
                .isEqualTo(401);
        assertThat(call("GET", "/engine-rest/task", null, "Bearer ").statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsAnybodyWhetherItIsWell() {
        assertThat(call("GET", "/actuator/health/liveness", null, null).statusCode())
                .isEqualTo(200);
        assertThat(call("GET", "/actuator/health", null, null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/actuator/env", null, null).statusCode()).isEqualTo(401);
        assertThat(call("GET", "/actuator/env", null, NOOR).statusCode()).isEqualTo(403);
    }

    @Test
    void letsOtherSystemsReportAndReadAndNothingElse() {
        assertThat(call("POST", "/api/v1/incidents", REPORT, TOKEN).statusCode())
                .isEqualTo(201);
        assertThat(call("GET", "/api/v1/incidents", null, TOKEN).statusCode()).isEqualTo(200);
        assertThat(call("POST", "/engine-rest/process-definition/key/incident/start", START, TOKEN)
                        .statusCode())
                .isEqualTo(200);
        var id =
                call("GET", "/api/v1/incidents", null, TOKEN).body().replaceAll("(?s).*?\"id\":\"(INC-\\d+)\".*", "$1");
        assertThat(call("GET", "/api/v1/incidents/" + id, null, TOKEN).statusCode())
                .isEqualTo(200);
        assertThat(call("POST", "/api/v1/incidents/%s/timeline".formatted(id), "{\"text\":\"x\"}", TOKEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(
                                "PUT",
                                "/api/v1/incidents/%s/roles/moderator/holder".formatted(id),
                                "{\"person\":\"noor\"}",
                                TOKEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/engine-rest/process-definition/key/role/start", "{}", TOKEN)
                        .statusCode())
                .isIn(403, 404);
        for (var path : new String[] {"task", "user", "process-instance", "authorization", "filter"}) {
            assertThat(call("GET", "/engine-rest/" + path, null, TOKEN).body())
                    .as(path)
                    .isEqualTo("[]");
        }
    }

    @Test
    void takesAReportOfOtherSystemsAsTheirs() {
        var answer = call("POST", "/api/v1/incidents", """
                {"service": "Catalog", "condition": "degraded", "summary": "Slow"}""", TOKEN);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"reporter\":\"other-systems\"");
    }

    @Test
    void letsAResponderDoTheTaskOfAnother() {
        var reported = call("POST", "/api/v1/incidents", REPORT, NOOR);
        assertThat(reported.statusCode()).isEqualTo(201);
        var incident = reported.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(incident)
                .taskDefinitionKey("goOnWithoutModerator")
                .singleResult()
                .getId();
        var sam = basic("sam", "ensemble");
        assertThat(call("POST", "/engine-rest/task/%s/claim".formatted(task), "{\"userId\":\"noor\"}", NOOR)
                        .statusCode())
                .isEqualTo(204);
        assertThat(call("GET", "/engine-rest/task/" + task, null, sam).statusCode())
                .isEqualTo(200);
        assertThat(call("POST", "/engine-rest/task/%s/complete".formatted(task), "{}", OUTSIDER)
                        .statusCode())
                .isEqualTo(403);
        // It may ask for answers, but it is theirs to give.
        assertThat(call("POST", "/engine-rest/task/%s/complete".formatted(task), "{}", sam)
                        .statusCode())
                .isIn(204, 400);
    }

    @Test
    void letsAResponderTouchNoOtherPerson() {
        assertThat(call("DELETE", "/engine-rest/user/lena", null, NOOR).statusCode())
                .isEqualTo(403);
        assertThat(call(
                                "PUT",
                                "/engine-rest/user/lena/credentials",
                                "{\"password\":\"x\",\"authenticatedUserPassword\":\"ensemble\"}",
                                NOOR)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("GET", "/engine-rest/authorization", null, NOOR).body()).isEqualTo("[]");
        assertThat(call("PUT", "/engine-rest/group/camunda-admin/members/noor", "{}", NOOR)
                        .statusCode())
                .isEqualTo(403);
        assertThat(identities.createUserQuery().userId("lena").count()).isEqualTo(1);
    }

    @Test
    void keepsWhoBelongsToNoGroupOut() {
        assertThat(call("GET", "/api/v1/incidents", null, OUTSIDER).statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/api/v1/incidents", REPORT, OUTSIDER).statusCode())
                .isEqualTo(403);
        assertThat(call("GET", "/engine-rest/task", null, OUTSIDER).body()).isEqualTo("[]");
        assertThat(call("POST", "/engine-rest/process-definition/key/incident/start", START, OUTSIDER)
                        .statusCode())
                .isIn(403, 404);
    }

    private HttpResponse<String> call(String method, String path, String json, String who) {
        var browser = new Browser(port);
        return who == null ? browser.send(method, path, json) : browser.send(method, path, json, "Authorization", who);
    }
}
