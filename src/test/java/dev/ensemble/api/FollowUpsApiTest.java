package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incidents;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was promised over all incidents, over REST. Uma owns all of it, so that other tests' follow-ups do not matter. */
@EnsembleTest
class FollowUpsApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UMAS = "/api/v1/follow-ups?owner=uma";

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Walk again;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Incidents incidents;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void umaComes() {
        identities.saveUser(identities.newUser("uma"));
        identities.createMembership("uma", "responders");
    }

    @AfterEach
    void umaGoes() {
        identities.deleteUser("uma");
        jdbc.sql("update follow_up set owner = 'eli' where owner = 'uma'").update();
    }

    @Test
    void listsWhatWasPromisedByDayPageByPage() {
        promised(Map.of("due", in(9)), Map.of("due", in(3)), Map.of("due", in(9)), Map.of("due", in(4)));

        var first = json(get(UMAS + "&limit=3"));
        var second = json(get(UMAS + "&limit=3&cursor=" + first.path("next").asText()));

        assertThat(first.path("items").findValuesAsText("due")).containsExactly(in(3), in(4), in(9));
        assertThat(second.path("items").findValuesAsText("due")).containsExactly(in(9));
        assertThat(second.has("next")).isFalse();
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
        assertThat(first.path("items").get(0).path("incident").asText())
                .isEqualTo(walk.id().toString());
        assertThat(first.path("items").get(0).path("service").asText()).isEqualTo("Figgy");
    }

    @Test
    void findsByStateKindServiceAndForWhomItIsFit() {
        promised(
                Map.of("kind", "detect", "learningFriendly", true),
                Map.of("kind", "change-how-we-respond", "task", "verifyFix"),
                Map.of());

        assertThat(items(UMAS + "&kind=detect")).hasSize(1);
        assertThat(items(UMAS + "&kind=change-how-we-respond")
                        .get(0)
                        .path("taskName")
                        .asText())
                .isEqualTo("Fix: Verify fix");
        assertThat(items(UMAS + "&learningFriendly=true")).hasSize(1);
        assertThat(items(UMAS + "&learningFriendly=false")).hasSize(2);
        assertThat(items(UMAS + "&service=figgy")).hasSize(3);
        assertThat(items(UMAS + "&service=Catalog")).isEmpty();
        assertThat(items(UMAS + "&state=agreed")).hasSize(3);
        assertThat(items(UMAS + "&state=done")).isEmpty();
        assertThat(items(UMAS + "&state=did-not-hold")).isEmpty();
    }

    @Test
    void findsWhatIsOverdue() {
        promised(Map.of(), Map.of(), Map.of());
        var promises = followUps.of(walk.id());
        jdbc.sql("update follow_up set due = :day where id in (:ids)")
                .param("day", LocalDate.now().minusDays(2))
                .param("ids", List.of(promises.get(0).id(), promises.get(1).id()))
                .update();
        jdbc.sql("update follow_up set state = 'verified' where id = :id")
                .param("id", promises.get(1).id())
                .update();

        assertThat(items(UMAS + "&overdue=true")).singleElement().satisfies(late -> {
            assertThat(late.path("id").asLong()).isEqualTo(promises.get(0).id());
            assertThat(late.path("overdue").asBoolean()).isTrue();
        });
        assertThat(items(UMAS + "&overdue=false"))
                .hasSize(2)
                .noneMatch(item -> item.path("overdue").asBoolean());
    }

    @Test
    void leavesOutDrillsAndRestrictedIncidents() {
        promised(Map.of());
        assertThat(items(UMAS)).hasSize(1);

        jdbc.sql("update incident set drill = true where number = :number")
                .param("number", walk.id().number())
                .update();
        assertThat(items(UMAS)).isEmpty();
        jdbc.sql("update incident set drill = false, restricted = true where number = :number")
                .param("number", walk.id().number())
                .update();
        assertThat(items(UMAS)).isEmpty();
        assertThat(get("/api/v1/follow-ups.csv?owner=uma").body().lines()).hasSize(1);
    }

    @Test
    void isATableForSpreadsheets() {
        promised(Map.of("action", "=HYPERLINK(\"https://x\")"), Map.of("action", "Zwei Räume, ein Plan"));

        var table =
                new Browser(port).get(UMAS, "Authorization", Browser.basic("maya", "ensemble"), "Accept", "text/csv");

        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(table.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"follow-ups.csv\"");
        assertThat(table.body().split("\r\n")).hasSize(3).satisfies(lines -> {
            assertThat(lines[0]).startsWith("id,incident,service,action,owner,due,doneWhen,kind,task,ticket,");
            assertThat(lines[1]).contains(walk.id() + ",Figgy,\"'=HYPERLINK(\"\"https://x\"\")\",uma," + in(15));
            assertThat(lines[2]).contains("\"Zwei Räume, ein Plan\"");
        });
        assertThat(get("/api/v1/follow-ups.csv?owner=uma").body()).isEqualTo(table.body());
    }

    @ParameterizedTest
    @CsvSource({
        "state=open, state",
        "kind=fix, kind",
        "overdue=perhaps, overdue",
        "learningFriendly=1, learningFriendly",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=INC-1, cursor",
        "cursor=2026-13-01.5, cursor"
    })
    void saysWhatItCannotAnswer(String query, String field) {
        var answer = get("/api/v1/follow-ups?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").get(0).path("field").asText()).isEqualTo(field);
    }

    @Test
    void showsHowAFollowUpCameToBeWhatItIs() {
        promised(Map.of());
        walk.complete("acceptFollowUp", "uma", Map.of("decision", "accept"));
        assertThat(send("eli", "POST", "/due", Map.of("due", in(20), "reason", "The vendor is late"))
                        .statusCode())
                .isEqualTo(200);
        walk.complete("doFollowUp", "uma", Map.of("outcome", "done", "evidence", "Look"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "no", "lookedAt", "Only half"));

        var shown = json(get("/api/v1/follow-ups/" + id()));

        assertThat(shown.path("incident").asText()).isEqualTo(walk.id().toString());
        assertThat(shown.path("due").asText()).isEqualTo(in(20));
        assertThat(shown.path("moves").get(0).path("was").asText()).isEqualTo(in(15));
        assertThat(shown.path("moves").get(0).path("person").asText()).isEqualTo("eli");
        assertThat(shown.path("moves").get(0).path("reason").asText()).isEqualTo("The vendor is late");
        assertThat(shown.path("history").findValuesAsText("state"))
                .containsExactly("agreed", "accepted", "done", "accepted");
        assertThat(shown.path("history").findValuesAsText("note")).containsExactly("Look", "Only half");
    }

    @Test
    void isLinkedAndMovedInOneGoOrNotAtAll() {
        promised(Map.of());

        var half = send("maya", "PATCH", "", Map.of("ticket", "https://t.example.org/1", "due", in(20)));
        assertThat(half.statusCode()).as(half.body()).isEqualTo(400);
        assertThat(json(half).path("errors").findValuesAsText("field")).containsExactly("reason");
        assertThat(followUps.get(id()).ticket()).isNull();

        var whole = send(
                "maya",
                "PATCH",
                "",
                Map.of(
                        "ticket",
                        "https://t.example.org/1",
                        "learningFriendly",
                        true,
                        "due",
                        in(20),
                        "reason",
                        "Later"));
        assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
        assertThat(json(whole).path("ticket").asText()).isEqualTo("https://t.example.org/1");
        assertThat(json(whole).path("learningFriendly").asBoolean()).isTrue();
        assertThat(json(whole).path("due").asText()).isEqualTo(in(20));
        assertThat(walk.shown("acceptFollowUp").get("followUpText").toString()).contains("t.example.org");

        assertThat(json(send("maya", "PATCH", "", Map.of("ticket", ""))).has("ticket"))
                .isFalse();
        assertThat(followUps.get(id()).learningFriendly()).isTrue();
        refused(send("maya", "PATCH", "", Map.of("ticket", "mailto:x@example.org")), 400, "ticket: Give an address");
        refused(send("maya", "PATCH", "", Map.of("reason", "Just so")), 400, "due: Give the day");
        refused(send("maya", "PATCH", "", Map.of("due", "soon", "reason", "x")), 400, "due: Give a day like");
    }

    @Test
    void didNotHoldOnlyWhereAnIncidentShowsIt() {
        promised(Map.of());
        again.reported();
        var shows = Map.<String, Object>of("incident", again.id().toString());
        refused(send("maya", "POST", "/did-not-hold", shows), 409, "It is not accepted yet.");
        walk.complete("acceptFollowUp", "uma", Map.of("decision", "accept"))
                .complete("doFollowUp", "uma", Map.of("outcome", "done", "evidence", "Look"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "It"));
        refused(send("maya", "POST", "/due", Map.of("due", in(30), "reason", "x")), 409, "It is verified");
        refused(send("maya", "POST", "/did-not-hold", Map.of("incident", "INC-0")), 400, "incident: There is no such");
        refused(send("maya", "POST", "/did-not-hold", Map.of()), 400, "incident: There is no such");

        again.reported();
        var held = send(
                "maya", "POST", "/did-not-hold", Map.of("incident", again.id().toString()));

        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        assertThat(json(held).path("state").asText()).isEqualTo("did-not-hold");
        assertThat(json(held).path("didNotHoldIn").asText())
                .isEqualTo(again.id().toString());
        assertThat(items(UMAS + "&state=did-not-hold")).hasSize(1);
        assertThat(incidents.get(walk.id()).isClosed()).isTrue();
    }

    @Test
    void isReadByMachinesAndChangedByRespondersOnly() {
        promised(Map.of());
        var token = "Bearer " + EnsembleTest.API_TOKEN;

        assertThat(new Browser(port).get(UMAS, "Authorization", token).statusCode())
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .send("PATCH", "/api/v1/follow-ups/" + id(), "{\"ticket\": \"\"}", "Authorization", token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port).get(UMAS).statusCode()).isEqualTo(401);
        refused(
                new Browser(port)
                        .get("/api/v1/follow-ups/99999999", "Authorization", Browser.basic("maya", "ensemble")),
                404,
                "There is no follow-up 99999999.");
        assertThat(get("/api/v1/follow-ups/first").statusCode()).isEqualTo(404);
    }

    @SafeVarargs
    private void promised(Map<String, Object>... rows) {
        var promises = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var promise = new HashMap<String, Object>(Walk.followUp("uma"));
            promise.putAll(row);
            promises.add(promise);
        }
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", promises));
    }

    private static String in(int days) {
        return LocalDate.now(ZoneId.of("America/New_York")).plusDays(days).toString();
    }

    private long id() {
        return followUps.of(walk.id()).get(0).id();
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("items").findValues("id").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    private List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        json(get(path)).path("items").forEach(items::add);
        return items;
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path, "Authorization", Browser.basic("maya", "ensemble"));
    }

    private HttpResponse<String> send(String person, String method, String path, Map<String, Object> body) {
        try {
            return new Browser(port)
                    .send(
                            method,
                            "/api/v1/follow-ups/" + id() + path,
                            JSON.writeValueAsString(body),
                            "Authorization",
                            Browser.basic(person, "ensemble"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("detail").asText()).contains(why);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
