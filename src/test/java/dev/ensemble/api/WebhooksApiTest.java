package dev.ensemble.api;

import static dev.ensemble.Browser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.events.ReceiverStub;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Webhooks over REST: who may have them, what they may be, and what became of what they were told. */
@EnsembleTest
class WebhooksApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ALL = "/api/v1/webhooks";

    /** Belongs to the process owners and not to the responders. */
    private static final String OWNER = "owner-only";

    private static final String ADMINISTRATOR = "administrator";

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private IdentityService identities;

    private final ReceiverStub receiver = ReceiverStub.start();

    @BeforeEach
    void thereAreThoseWhoMay() {
        if (identities.createUserQuery().userId(OWNER).count() == 0) {
            person(OWNER, "process-owners");
            person(ADMINISTRATOR, "camunda-admin");
        }
    }

    private void person(String id, String group) {
        var person = identities.newUser(id);
        person.setPassword("ensemble");
        identities.saveUser(person);
        identities.createMembership(id, group);
    }

    @AfterEach
    void nobodyListensAnyMore() {
        json(send("GET", ALL, null, "maya"))
                .path("items")
                .forEach(
                        webhook -> send("DELETE", ALL + "/" + webhook.path("id").asText(), null, "maya"));
        walk.deliver();
        receiver.close();
    }

    @Test
    void showTheirSecretOnce() {
        var answer = make("""
                {"url": "%s", "events": ["dev.ensemble.incident.closed", "dev.ensemble.incident.reported"]}""".formatted(receiver.url()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var made = json(answer);
        assertThat(made.path("secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.path("creator").asText()).isEqualTo("maya");
        assertThat(made.path("restricted").asBoolean(true)).isFalse();
        assertThat(made.path("drills").asBoolean(true)).isFalse();
        assertThat(made.path("events").toString())
                .isEqualTo("[\"dev.ensemble.incident.closed\",\"dev.ensemble.incident.reported\"]");
        var path = Browser.where(answer);
        assertThat(path).isEqualTo(ALL + "/" + made.path("id").asText());
        var shown = send("GET", path, null, OWNER);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).doesNotContain("secret", "whsec");
        assertThat(send("GET", ALL, null, OWNER).body())
                .contains(made.path("id").asText())
                .doesNotContain("secret", "whsec");
    }

    @Test
    void areForProcessOwnersAndAdministrators() {
        var webhook = ALL + "/"
                + json(make("{\"url\": \"%s\"}".formatted(receiver.url())))
                        .path("id")
                        .asText();
        var body = "{\"url\": \"%s\"}".formatted(receiver.url());

        assertThat(send("POST", ALL, body, OWNER).statusCode()).isEqualTo(201);
        for (var login :
                List.of(basic("sam", "ensemble"), basic("ivo", "ensemble"), "Bearer " + EnsembleTest.API_TOKEN)) {
            assertThat(status("POST", ALL, body, login)).isEqualTo(403);
            assertThat(status("GET", ALL, null, login)).isEqualTo(403);
            assertThat(status("GET", webhook, null, login)).isEqualTo(403);
            assertThat(status("GET", webhook + "/deliveries", null, login)).isEqualTo(403);
            assertThat(status("POST", webhook + "/ping", null, login)).isEqualTo(403);
            assertThat(status("POST", webhook + "/deliveries/1/redeliver", null, login))
                    .isEqualTo(403);
            assertThat(status("DELETE", webhook, null, login)).isEqualTo(403);
        }
        assertThat(new Browser(port).get(ALL).statusCode()).isEqualTo(401);
        assertThat(receiver.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | url",
                "{\"url\": \" \"} | url",
                "{\"url\": 7} | url",
                "{\"url\": [\"https://example.org\"]} | url",
                "{\"url\": \"example.org\"} | url",
                "{\"url\": \"https:///events\"} | url",
                "{\"url\": \"https://exa mple.org\"} | url",
                "{\"url\": \"ftp://localhost/\"} | url",
                "{\"url\": \"http://1.1.1.1/\"} | url",
                "{\"url\": \"https://user:pass@1.1.1.1/\"} | url",
                "{\"url\": \"https://1.1.1.1/#part\"} | url",
                "{\"url\": \"https://1.1.1.1:70000/\"} | url",
                "{\"url\": \"https://nobody.invalid/\"} | url",
                "{\"url\": \"https://127.0.0.1/\"} | url",
                "{\"url\": \"https://[::1]/\"} | url",
                "{\"url\": \"https://[::ffff:10.0.0.1]/\"} | url",
                "{\"url\": \"https://169.254.169.254/latest/meta-data\"} | url",
                "{\"url\": \"https://2130706433/\"} | url",
                "{\"url\": \"https://1.1.1.1/\", \"events\": []} | events",
                "{\"url\": \"https://1.1.1.1/\", \"events\": [\"dev.ensemble.incident.reported\", \"x\"]} | events[1]",
                "{\"url\": \"https://1.1.1.1/\", \"events\": [null]} | events[0]",
                "{\"url\": \"https://1.1.1.1/\", \"restricted\": \"perhaps\"} | restricted"
            })
    void sayWhatCannotBeTaken(String body, String field) {
        var answer = make(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsText("field")).containsExactly(field);
        assertThat(json(send("GET", ALL, null, "maya")).path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://1.1.1.1/hooks?key=a", "https://[2606:4700:4700::1111]:8443/"})
    void goToThePublicInternet(String url) {
        assertThat(make("{\"url\": \"%s\"}".formatted(url)).statusCode()).isEqualTo(201);
    }

    @Test
    void areNotMoreThanTheRecordCanBear() {
        var body = "{\"url\": \"%s\"}".formatted(receiver.url());
        for (var count = 0; count < 50; count++) {
            assertThat(make(body).statusCode()).isEqualTo(201);
        }

        assertThat(make(body).statusCode()).isEqualTo(409);
    }

    @Test
    void arePinged() {
        var webhook = webhook();

        var pinged = send("POST", webhook + "/ping", null, "maya");
        walk.deliver();

        assertThat(pinged.statusCode()).as(pinged.body()).isEqualTo(202);
        assertThat(receiver.received()).singleElement().satisfies(request -> {
            var event = JSON.readTree(request.body());
            assertThat(event.path("type").asText()).isEqualTo("dev.ensemble.ping");
            assertThat(event.has("subject")).isFalse();
            assertThat(webhook).endsWith(event.at("/data/webhook").asText());
        });
        var delivery = items(webhook, "").get(0);
        assertThat(delivery.path("state").asText()).isEqualTo("delivered");
        assertThat(delivery.path("outcome").asText()).isEqualTo("localhost answered 204");
        assertThat(delivery.has("incident")).isFalse();
    }

    @Test
    void listWhatTheyWereToldPageByPage() {
        var webhook = webhook();
        walk.responding();
        receiver.answers(500);
        walk.deliver();

        var first = json(send("GET", webhook + "/deliveries?limit=1", null, "maya"));
        var second = json(send(
                "GET",
                webhook + "/deliveries?limit=1&cursor=" + first.path("next").asText(),
                null,
                "maya"));

        assertThat(first.path("items").findValuesAsText("type")).containsExactly("dev.ensemble.incident.role-changed");
        assertThat(second.path("items").findValuesAsText("type")).containsExactly("dev.ensemble.incident.reported");
        assertThat(second.has("next")).isFalse();
        assertThat(items(webhook, "?state=due")).isNotEmpty();
        assertThat(items(webhook, "?state=dead")).isEmpty();
        assertThat(items(webhook, "?state=due").get(0).path("incident").asText())
                .isEqualTo(walk.id().toString());
        for (var wrong : List.of("?state=lost", "?limit=0", "?cursor=x")) {
            assertThat(send("GET", webhook + "/deliveries" + wrong, null, "maya")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void areToldAgainOnDemand() {
        var webhook = webhook();
        walk.reported().deliver();
        var delivery = items(webhook, "").get(0).path("id").asText();

        var answer = send("POST", "%s/deliveries/%s/redeliver".formatted(webhook, delivery), null, OWNER);
        walk.deliver();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer).path("state").asText()).isEqualTo("due");
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void showWhatFewMayKnowToThese() {
        var webhook = json(send(
                        "POST",
                        ALL,
                        "{\"url\": \"%s\", \"restricted\": true}".formatted(receiver.url()),
                        ADMINISTRATOR))
                .path("id")
                .asText();
        walk.reported("Figgy", "insecure", "The keys are on the web");
        var path = ALL + "/" + webhook;

        assertThat(items(path, "")).isEmpty();
        var seen = json(send("GET", path + "/deliveries", null, ADMINISTRATOR)).path("items");
        assertThat(seen.findValuesAsText("incident")).containsExactly(walk.id().toString());
        var again = "%s/deliveries/%s/redeliver"
                .formatted(path, seen.get(0).path("id").asText());
        assertThat(send("POST", again, null, "maya").statusCode()).isEqualTo(404);
        assertThat(send("POST", again, null, ADMINISTRATOR).statusCode()).isEqualTo(202);
    }

    @Test
    void areGoneWhenTheyAreDeleted() {
        var webhook = webhook();
        walk.reported();

        assertThat(send("DELETE", webhook, null, "maya").statusCode()).isEqualTo(204);
        walk.deliver();

        assertThat(receiver.received()).isEmpty();
        for (var path : List.of(webhook, webhook + "/deliveries", ALL + "/x")) {
            assertThat(send("GET", path, null, "maya").statusCode()).isEqualTo(404);
        }
        assertThat(send("DELETE", webhook, null, "maya").statusCode()).isEqualTo(404);
        assertThat(send("POST", webhook + "/ping", null, "maya").statusCode()).isEqualTo(404);
        assertThat(send("POST", webhook() + "/deliveries/x/redeliver", null, "maya")
                        .statusCode())
                .isEqualTo(404);
    }

    /** @return its path */
    private String webhook() {
        return Browser.where(make("{\"url\": \"%s\"}".formatted(receiver.url())));
    }

    private JsonNode items(String webhook, String query) {
        return json(send("GET", webhook + "/deliveries" + query, null, "maya")).path("items");
    }

    private HttpResponse<String> make(String json) {
        return send("POST", ALL, json, "maya");
    }

    private HttpResponse<String> send(String method, String path, String json, String person) {
        return new Browser(port).send(method, path, json, "Authorization", login(person));
    }

    private int status(String method, String path, String json, String login) {
        return new Browser(port)
                .send(method, path, json, "Authorization", login)
                .statusCode();
    }

    private static String login(String person) {
        return basic(person, "ensemble");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
