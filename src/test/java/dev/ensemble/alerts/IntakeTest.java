package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.AtOnce;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.alerts.Alert.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an alert when it comes, and how people look at it over REST. */
@EnsembleTest
class IntakeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WINDOWS = "/api/v1/quiet-windows";

    @LocalServerPort
    private int port;

    @Autowired
    private Monitoring monitoring;

    @Autowired
    private Intake intake;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Walk walk;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void noWindows() {
        jdbc.sql("delete from quiet_window").update();
    }

    @Test
    void opensOneTriageForWhatComesTwiceAtOnce() throws Exception {
        var alert = Monitoring.alert(key, Status.FIRING, Map.of());
        Runnable send = () -> intake.take(Monitoring.SOURCE, List.of(alert, alert));

        assertThat(AtOnce.failures(send, send, send, send)).isEmpty();

        assertThat(came(key)).hasSize(8);
        assertThat(came(key).stream().map(came -> came.path("triage").asText()).distinct())
                .hasSize(1);
        assertThat(came(key))
                .filteredOn(came -> came.path("outcome").asText().equals("opened"))
                .hasSize(1);
    }

    @Test
    void opensNothingForWhatTheTableIgnores() {
        var before = counted("ignored");
        monitoring.fires(key, "Watchdog").resolves(key);

        assertThat(monitoring.isHeld(key)).isFalse();
        assertThat(came(key))
                .hasSize(2)
                .allSatisfy(came -> assertThat(came.path("outcome").asText()).isEqualTo("ignored"));
        assertThat(counted("ignored") - before).isEqualTo(2);
    }

    @Test
    void opensNothingInAQuietWindow() {
        var window = json(send("maya", "POST", "", """
                {"service": "digital repository", "from": "2020-01-01T00:00:00Z", "until": "2099-01-01T00:00:00Z", "reason": "Moves"}"""));
        monitoring.fires(key);
        assertThat(monitoring.isHeld(key)).isFalse();
        assertThat(came(key))
                .singleElement()
                .satisfies(came -> assertThat(came.path("outcome").asText()).isEqualTo("quiet"));
        assertThat(window.path("service").asText()).isEqualTo("Figgy");
        assertThat(window.path("person").asText()).isEqualTo("maya");

        var other = UUID.randomUUID().toString();
        monitoring.fires(other, "InstanceDown", Map.of("service", "Catalog"));
        assertThat(monitoring.isHeld(other)).isTrue();

        assertThat(send("maya", "DELETE", "/" + window.path("id").asText(), null)
                        .statusCode())
                .isEqualTo(204);
        monitoring.fires(key);
        assertThat(monitoring.isHeld(key)).isTrue();
    }

    @Test
    void keepsQuietWindows() {
        var made = json(send("maya", "POST", "", "{\"weekly\": \"sun 02:00-04:00\", \"reason\": \"Updates\"}"));
        var one = "/" + made.path("id").asText();

        assertThat(made.path("weekly").asText()).isEqualTo("SUN 02:00-04:00");
        assertThat(json(send("eli", "PUT", one, "{\"weekly\": \"SAT 22:00-02:00\", \"reason\": \"Later\"}"))
                        .path("weekly")
                        .asText())
                .isEqualTo("SAT 22:00-02:00");
        assertThat(json(send("sam", "GET", "", null))).hasSize(1);
        assertThat(send("sam", "GET", "/999", null).statusCode()).isEqualTo(404);
        assertThat(send("sam", "GET", "/x", null).statusCode()).isEqualTo(404);
        assertThat(new Browser(port)
                        .post(
                                WINDOWS,
                                "{\"weekly\": \"SUN 02:00-04:00\", \"reason\": \"x\"}",
                                "Authorization",
                                "Bearer " + EnsembleTest.API_TOKEN)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | reason",
                "{\"reason\": \"x\"} | weekly",
                "{\"reason\": \"x\", \"weekly\": \"SUN\"} | weekly",
                "{\"reason\": \"x\", \"weekly\": \"SUN 25:00-26:00\"} | weekly",
                "{\"reason\": \"x\", \"service\": \"Nothing\"} | service",
                "{\"reason\": \"x\", \"from\": \"tomorrow\"} | from",
                "{\"reason\": \"x\", \"from\": \"2026-01-01T00:00:00Z\"} | until",
                "{\"reason\": \"x\", \"from\": \"2026-01-02T00:00:00Z\", \"until\": \"2026-01-01T00:00:00Z\"} | until",
                "{\"reason\": \"x\", \"weekly\": \"SUN 02:00-04:00\", \"until\": \"2026-01-01T00:00:00Z\"} | weekly"
            })
    void refusesWindowsThatNobodyCanRead(String body, String field) {
        var answer = send("maya", "POST", "", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsText("field")).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "SUN 02:00-04:00, 2026-11-29T02:00, true",
        "SUN 02:00-04:00, 2026-11-29T04:00, false",
        "SUN 02:00-04:00, 2026-11-28T03:00, false",
        "SAT 22:00-02:00, 2026-11-28T23:00, true",
        "SAT 22:00-02:00, 2026-11-29T01:59, true",
        "SAT 22:00-02:00, 2026-11-29T02:00, false",
        "SAT 22:00-02:00, 2026-11-28T01:00, false",
        "SAT 22:00-24:00, 2026-11-28T23:59, true",
        "SAT 22:00-24:00, 2026-11-29T00:00, false"
    })
    void knowsTheTimeOfTheWeek(String weekly, LocalDateTime moment, boolean quiet) {
        assertThat(WeeklyTime.of(weekly).orElseThrow().includes(moment)).isEqualTo(quiet);
        assertThat(WeeklyTime.of(weekly).orElseThrow()).hasToString(weekly);
    }

    @Test
    void listsWhatCamePageByPage() {
        monitoring.fires(key).fires(key).fires(key);

        var first = json(get("/api/v1/alerts?state=open&limit=2"));
        var second = json(get(
                "/api/v1/alerts?state=open&limit=1&cursor=" + first.path("next").asText()));

        assertThat(first.path("items").findValuesAsText("key")).containsExactly(key, key);
        assertThat(second.path("items").findValuesAsText("key")).containsExactly(key);
        assertThat(get("/api/v1/alerts?state=x").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/alerts?cursor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void isNamedByItsIncident() {
        monitoring.fires(key).fires(key);
        var number = monitoring.triage(key).id().toString();
        walk.reported();
        monitoring
                .decides(
                        key,
                        "eli",
                        Map.of("decision", "join", "incident", walk.id().toString()))
                .resolves(key);

        var alert = json(get("/api/v1/incidents/" + walk.id())).path("alerts").get(0);
        assertThat(alert.path("triage").asText()).isEqualTo(number);
        assertThat(alert.path("count").asInt()).isEqualTo(3);
        assertThat(alert.path("resolved").asBoolean()).isTrue();
        assertThat(came(key).get(0).path("incident").asText())
                .isEqualTo(walk.id().toString());
    }

    @Test
    void keepsTextThatIsUnfitAndLeadsNowhereElse() {
        monitoring.sends(new Alert(
                key,
                Status.FIRING,
                "x".repeat(900),
                "a\u0000b <!channel>",
                null,
                Map.of("a\u0000", "b\u0000"),
                null,
                "javascript:alert(1)",
                "\u0000"));

        var came = came(key).get(0);
        assertThat(came.path("name").asText()).hasSize(200);
        assertThat(came.path("summary").asText()).isEqualTo("ab <!channel>");
        assertThat(came.has("link")).isFalse();
    }

    private double counted(String outcome) {
        return meters.counter("ensemble.alerts", "source", "alertmanager", "outcome", outcome)
                .count();
    }

    private List<JsonNode> came(String key) {
        var came = new ArrayList<JsonNode>();
        json(get("/api/v1/alerts?limit=200")).path("items").forEach(came::add);
        return came.stream()
                .filter(item -> item.path("key").asText().equals(key))
                .toList();
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path, "Authorization", Browser.basic("maya", "ensemble"));
    }

    private HttpResponse<String> send(String person, String method, String path, String body) {
        return new Browser(port).send(method, WINDOWS + path, body, "Authorization", Browser.basic(person, "ensemble"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
