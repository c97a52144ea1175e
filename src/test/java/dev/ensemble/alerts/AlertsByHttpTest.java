package dev.ensemble.alerts;

import static dev.ensemble.Browser.basic;
import static dev.ensemble.alerts.AlertReadersTest.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sender of alerts comes with its token, and learns from the answer whether to come again. */
@EnsembleTest
class AlertsByHttpTest {

    private static final String MAYA = basic("maya", "ensemble");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    private final String name = "Test " + UUID.randomUUID();

    @Test
    void isGivenATokenOnceWhichIsTakenBack() throws Exception {
        var made = make("generic");
        var token = made.get("token");
        assertThat(made).containsEntry("sendsTo", "/api/v1/alerts/generic").containsEntry("name", name);
        var path = "/api/v1/alert-sources/" + made.get("id");
        assertThat(call("GET", path, null, MAYA).body())
                .contains(name, "\"madeBy\":\"maya\"")
                .doesNotContain(token, "lastUsedAt", "digest");

        assertThat(send("generic", sample("generic"), "Bearer " + token).statusCode())
                .isEqualTo(202);
        assertThat(call("GET", "/api/v1/alert-sources", null, MAYA).body())
                .contains(name, "lastUsedAt")
                .doesNotContain(token);
        assertThat(jdbc.sql("select digest from alert_source where name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(token);

        assertThat(call("DELETE", path, null, MAYA).statusCode()).isEqualTo(204);
        assertThat(send("generic", sample("generic"), "Bearer " + token).statusCode())
                .isEqualTo(401);
        assertThat(call("GET", path, null, MAYA).body()).contains("\"revokedBy\":\"maya\"");
        assertThat(call("DELETE", path, null, MAYA).statusCode()).isEqualTo(204);
    }

    @Test
    void isMadeByAdministratorsAndProcessOwnersOnly() {
        for (var login : List.of(basic("noor", "ensemble"), "Bearer " + EnsembleTest.API_TOKEN)) {
            assertThat(call("GET", "/api/v1/alert-sources", null, login).statusCode())
                    .isEqualTo(403);
            assertThat(call("POST", "/api/v1/alert-sources", "{}", login).statusCode())
                    .isEqualTo(403);
            assertThat(call("DELETE", "/api/v1/alert-sources/1", null, login).statusCode())
                    .isEqualTo(403);
        }
        var refused = call("POST", "/api/v1/alert-sources", "{\"kind\": \"nagios\"}", MAYA);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Say one of alertmanager, checkmk, generic, grafana.", "\"field\":\"name\"");
        assertThat(call("GET", "/api/v1/alert-sources/x", null, MAYA).statusCode())
                .isEqualTo(404);
        assertThat(call("DELETE", "/api/v1/alert-sources/987654321", null, MAYA).statusCode())
                .isEqualTo(404);
    }

    @Test
    void isHeardWhateverItsShape() throws Exception {
        for (var sample : List.of("alertmanager-firing", "grafana-firing", "checkmk-service", "generic-many")) {
            var kind = sample.replaceFirst("-.*", "");
            var answer = send(kind, sample(sample), "Bearer " + make(kind).get("token"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body())
                    .isEqualTo("{\"alerts\":%d,\"unreadable\":0}".formatted(kind.equals("checkmk") ? 1 : 2));
        }
        assertThat(kept("FIRING")).isEqualTo(1 + 2 + 1 + 1);
        assertThat(kept("RESOLVED")).isEqualTo(1 + 1);
    }

    @Test
    void isHeardWithTheTokenOfOtherSystemsAndNotWithAPassword() {
        var garbage = "Bip %s".formatted(name);
        assertThat(send("grafana", garbage, "Bearer " + EnsembleTest.API_TOKEN).statusCode())
                .isEqualTo(202);
        assertThat(send("grafana", garbage, MAYA).statusCode()).isEqualTo(401);
        assertThat(send("grafana", garbage, basic("admin", "")).statusCode()).isEqualTo(401);
        for (var nothing : List.of("Basic", "Basic ?", "Basic " + "eA==", "Bearer", "Bearer ", "Digest x", "")) {
            assertThat(send("grafana", garbage, nothing).statusCode())
                    .as(nothing)
                    .isEqualTo(401);
        }
    }

    @Test
    void mayGiveItsTokenAsAPasswordHereAndNowhereElse() throws Exception {
        var token = make("checkmk").get("token");
        var asPassword = basic("anybody", token);

        assertThat(send("checkmk", sample("checkmk-host"), asPassword).statusCode())
                .isEqualTo(202);
        for (var login : List.of(asPassword, "Bearer " + token)) {
            assertThat(call("GET", "/api/v1/incidents", null, login).statusCode())
                    .isEqualTo(401);
            assertThat(call("GET", "/api/v1/alert-sources", null, login).statusCode())
                    .isEqualTo(401);
            assertThat(call("GET", "/engine-rest/task", null, login).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void isNeverToldToWaitForItsTurn() throws Exception {
        var token = make("alertmanager").get("token");
        var wrong = token.substring(0, token.length() - 3) + "xyz";
        for (var tries = 0; tries < 120; tries++) {
            assertThat(send("alertmanager", "{}", tries % 2 == 0 ? "Bearer " + wrong : basic("prometheus", wrong))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(send("alertmanager", sample("alertmanager-firing"), "Bearer " + token)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void isToldThatItsTokenIsForSomethingElse() throws Exception {
        var token = "Bearer " + make("grafana").get("token");
        var answer = send("alertmanager", sample("alertmanager-firing"), token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This token is for /api/v1/alerts/grafana.");
        assertThat(send("nagios", "{}", token).statusCode()).isEqualTo(404);
    }

    @Test
    void losesNothingThatCannotBeRead() throws Exception {
        var token = "Bearer " + make("grafana").get("token");
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            for (var garbage : List.of("a=b\u0000", "--x\r\n\r\n--x--")) {
                var answer = new Browser(port)
                        .send(request("grafana", token)
                                .header("Content-Type", type)
                                .header("Accept", "image/png")
                                .POST(BodyPublishers.ofString(garbage))
                                .build());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                assertThat(answer.body()).isEqualTo("{\"alerts\":1,\"unreadable\":1}");
            }
        }
        assertThat(kept("UNREADABLE")).isEqualTo(6);
        assertThat(jdbc.sql("select count(distinct triage) from alert where source_name = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select distinct raw from alert where source_name = :name")
                        .param("name", name)
                        .query(String.class)
                        .list())
                .contains("a=b", "--x\n\n--x--");
    }

    @Test
    void bringsWhatDatabasesDoNotLike() throws Exception {
        var token = "Bearer " + make("generic").get("token");
        for (var value : List.of("a\\u0000b", "\\ud800", "\ud83d\ude00", "x".repeat(200_000), "<!channel> *x* `")) {
            var body = """
                    {"name": "%1$s", "key": "%1$s", "summary": "%1$s", "link": "%1$s", "labels": {"%2$s": "%2$s"}}""".formatted(
                    value.length() > 1000 ? value.substring(0, 40_000) : value, value.length() > 1000 ? "k" : value);
            var answer = send("generic", body, token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
        // A name of half a character is no JSON.
        assertThat(kept("FIRING")).isEqualTo(4);
        assertThat(kept("UNREADABLE")).isEqualTo(1);
    }

    @Test
    void isRefusedWhenItSendsTooMuch() throws Exception {
        var token = "Bearer " + make("alertmanager").get("token");
        var rejected = rejected("alertmanager");
        var tooLong = "x".repeat(256 * 1024 + 1);

        assertThat(send("alertmanager", tooLong, token).statusCode()).isEqualTo(413);
        var inPieces = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(tooLong.getBytes(StandardCharsets.US_ASCII)));
        var answer = new Browser(port)
                .send(request("alertmanager", token).POST(inPieces).build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Send at most 256 KB at once.");
        var zipped = new Browser(port)
                .send(request("alertmanager", token)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("{}"))
                        .build());
        assertThat(zipped.statusCode()).isEqualTo(415);
        var deep = send("alertmanager", "{\"a\":".repeat(100) + "1" + "}".repeat(100), token);
        assertThat(deep.statusCode()).isEqualTo(400);
        assertThat(deep.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/problem+json");
        send("alertmanager", "{}", "Bearer wrong");

        // Each is counted when its answer has gone out.
        await().untilAsserted(
                        () -> assertThat(rejected("alertmanager") - rejected).isEqualTo(5));
        assertThat(kept("UNREADABLE")).isZero();
    }

    private double rejected(String kind) {
        return meters.counter("ensemble.alerts", "source", kind, "outcome", "rejected")
                .count();
    }

    private int kept(String status) {
        return jdbc.sql("select count(*) from alert where source_name = :name and status = :status")
                .param("name", name)
                .param("status", status)
                .query(Integer.class)
                .single();
    }

    private Map<String, String> make(String kind) throws Exception {
        var answer = call(
                "POST", "/api/v1/alert-sources", "{\"kind\": \"%s\", \"name\": \"%s\"}".formatted(kind, name), MAYA);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.convertValue(
                JSON.readTree(answer.body()),
                JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    private HttpResponse<String> send(String kind, String body, String login) {
        return call("POST", "/api/v1/alerts/" + kind, body, login);
    }

    private HttpResponse<String> call(String method, String path, String body, String login) {
        return new Browser(port).send(method, path, body, "Authorization", login);
    }

    private HttpRequest.Builder request(String kind, String login) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/api/v1/alerts/%s".formatted(port, kind)))
                .header("Authorization", login);
    }
}
