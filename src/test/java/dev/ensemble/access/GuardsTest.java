package dev.ensemble.access;

import static dev.ensemble.Browser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ways around that the engine leaves open, and that are closed here. */
@EnsembleTest
class GuardsTest {

    private static final String EXPRESSION = "{\"assigneeExpression\":\"${''.getClass()}\"}";
    private static final String WITHIN = "{\"orQueries\":[%s]}".formatted(EXPRESSION);
    private static final String NOOR = basic("noor", "ensemble");
    private static final String ADMIN = basic("guard", "guard-the-house");

    @LocalServerPort
    private int port;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        if (identities.createUserQuery().userId("guard").count() == 0) {
            var admin = identities.newUser("guard");
            admin.setPassword("guard-the-house");
            identities.saveUser(admin);
            identities.createMembership("guard", "camunda-admin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EXPRESSION,
                "{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass()}\"}]}",
                "{\"orQueries\":[{\"unassigned\":true,\"dueBeforeExpression\":\"${now().getClass()}\"}]}",
                "{\"orQueries\":[{\"unassigned\":true},{\"ownerExpression\":\"#{''.getClass()}\"}]}"
            })
    void takesNoExpressionsInTaskQueries(String query) {
        for (var path : new String[] {"/engine-rest/task", "/engine-rest/task/count"}) {
            assertThat(machine("POST", path, query, ADMIN).statusCode())
                    .as(path)
                    .isEqualTo(400);
            assertThat(machine("POST", path, "{}", ADMIN).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void takesNoExpressionsOverTheWebappsEither() {
        browser.login("noor", "ensemble");
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.post("/camunda/api/engine/engine/default/task", WITHIN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/camunda/api/engine/engine/default/task", "{\"orQueries\":[{\"unassigned\":true}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void storesNoFilterWithExpressionsAndRunsNone() {
        for (var query : new String[] {EXPRESSION, WITHIN}) {
            assertThat(machine("POST", "/engine-rest/filter/create", filter(query), ADMIN)
                            .statusCode())
                    .isEqualTo(400);
        }
        var mine = filters.createTaskFilterQuery()
                .filterName("Mine")
                .singleResult()
                .getId();
        assertThat(machine("GET", "/engine-rest/filter/%s/list".formatted(mine), null, NOOR)
                        .statusCode())
                .isEqualTo(200);
        for (var how : new String[] {"list", "count", "singleResult"}) {
            assertThat(machine("POST", "/engine-rest/filter/%s/%s".formatted(mine, how), WITHIN, NOOR)
                            .statusCode())
                    .as(how)
                    .isEqualTo(400);
        }
    }

    @Test
    void leavesPlainQueriesAlone() {
        for (var query : new String[] {
            "{}", "{\"orQueries\":[{\"unassigned\":true,\"assignee\":\"noor\"}]}", "{\"assignee\":\"noor\"}"
        }) {
            assertThat(machine("POST", "/engine-rest/task", query, NOOR).statusCode())
                    .as(query)
                    .isEqualTo(200);
        }
    }

    @Test
    void makesNobodyAdministratorWithoutALogin() {
        var body = "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}";
        var path = "/camunda/api/admin/setup/default/user/create";
        assertThat(browser.post(path, body).statusCode()).isIn(401, 403);
        browser.login("noor", "ensemble");
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.post(path, body).statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/app/admin/default/setup/").statusCode())
                .isEqualTo(403);

        var administrators =
                identities.createUserQuery().memberOfGroup("camunda-admin").list();
        administrators.forEach(each -> identities.deleteMembership(each.getId(), "camunda-admin"));
        try {
            assertThat(browser.post(path, body).statusCode()).isEqualTo(403);
            assertThat(new Browser(port).post(path, body).statusCode()).isIn(401, 403);
        } finally {
            administrators.forEach(each -> identities.createMembership(each.getId(), "camunda-admin"));
        }
        assertThat(identities.createUserQuery().userId("eve").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST deployment/create",
                "POST deployment/1/redeploy",
                "DELETE deployment/1",
                "POST engine/default/deployment/create",
                "DELETE engine/default/deployment/1",
                "POST %64eployment/create"
            })
    void takesNoDeployments(String call) {
        var method = call.split(" ")[0];
        var path = call.split(" ")[1];
        assertThat(machine(method, "/engine-rest/" + path, "{}", ADMIN).statusCode())
                .isEqualTo(403);
        browser.login("guard", "guard-the-house");
        browser.get("/camunda/app/tasklist/default/");
        var face = "/camunda/api/engine/" + (path.startsWith("engine") ? "" : "engine/default/") + path;
        assertThat(browser.send(method, face, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void letsNobodyTryPasswordsPastTheLoginPage() {
        browser.login("noor", "ensemble");
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.post("/camunda/api/admin/auth/user/default/login/tasklist", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine/engine", "engine/%65ngine", "%65ngine/engine"})
    void worksInTheNameOfWhoeverIsLoggedInHoweverAPathIsSpelled(String path) {
        browser.login("noor", "ensemble");
        var answer = browser.get("/camunda/api/%s/default/authorization".formatted(path));
        assertThat(answer.statusCode() != 200 || answer.body().equals("[]"))
                .as(answer.body())
                .isTrue();
        browser.get("/camunda/app/tasklist/default/");
        browser.send("DELETE", "/camunda/api/%s/default/user/lena".formatted(path), null);
        assertThat(identities.createUserQuery().userId("lena").count()).isEqualTo(1);
    }

    private HttpResponse<String> machine(String method, String path, String json, String who) {
        return new Browser(port).send(method, path, json, "Authorization", who);
    }

    private static String filter(String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"a filter\",\"query\":%s,\"properties\":{}}".formatted(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/identity/verify",
                "/engine-rest/engine/default/identity/verify",
                "/camunda/api/engine/engine/default/identity/verify"
            })
    void letsNobodyTryPasswordsPastTheThrottle(String path) {
        browser.login("noor", "ensemble");

        var answer = browser.post(path, "{\"username\":\"maya\",\"password\":\"ensemble\"}", "Authorization", NOOR);

        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
