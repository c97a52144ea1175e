package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.BegunAtOnce;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Incidents.Search;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The three ways in, the record over REST, and what is refused. */
@EnsembleTest
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WRONG = """
            {"service": "Fogy", "condition": "broken", "summary": "", "reporter": "nobody"}""";

    @LocalServerPort
    private int port;

    @Autowired
    private BegunAtOnce clockwork;

    @Autowired
    private Walk walk;

    @Autowired
    private Incidents incidents;

    @Autowired
    private RuntimeService runtime;

    @Test
    void reportsAnIncident() {
        var answer = clockwork.notYet(() -> call("POST", "/api/v1/incidents", """
                {"service": "opac", "condition": "degraded", "summary": " Slow search ", "reporter": "noor"}"""));

        assertThat(answer.statusCode()).isEqualTo(201);
        var incident = json(answer);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/incidents/" + incident.path("id").asText());
        assertThat(incident.path("service").asText()).isEqualTo("Catalog");
        assertThat(incident.path("summary").asText()).isEqualTo("Slow search");
        assertThat(incident.path("reporter").asText()).isEqualTo("noor");
        assertThat(incident.path("stage").asText()).isEqualTo("announce");
        assertThat(incident.path("openTasks")).isEmpty();
    }

    @Test
    void refusesInTheFormOfTheSurfaceNamingEveryFieldAndLeavesNothing() {
        var before = incidents.find(Search.EVERYTHING, null, 1);
        var running = runtime.createProcessInstanceQuery().count();

        var ours = call("POST", "/api/v1/incidents", WRONG);
        assertThat(ours.statusCode()).isEqualTo(400);
        assertThat(ours.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(fields(json(ours).path("errors"))).containsExactly("service", "condition", "summary", "reporter");
        assertThat(ours.body()).contains("It lists: ", "Say one of down, degraded, insecure.");

        var engines = call("POST", "/engine-rest/process-definition/key/incident/start", """
                {"variables": {"service": {"value": "Fogy"}, "condition": {"value": "broken"},
                  "summary": {"value": ""}, "reporter": {"value": "nobody"}}}""");
        assertThat(engines.statusCode()).isEqualTo(400);
        assertThat(json(engines).path("message").asText())
                .contains("service: ", "condition: ", "summary: ", "reporter: ");

        var form = call("POST", "/engine-rest/process-definition/key/incident/submit-form", """
                {"variables": {"service": {"value": "Fogy"}}}""");
        assertThat(form.statusCode()).isEqualTo(400);

        assertThat(incidents.find(Search.EVERYTHING, null, 1)).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(running);
    }

    @Test
    void answersTheEnginesStartWithTheNumber() {
        var answer = call("POST", "/engine-rest/process-definition/key/incident/start", """
                {"businessKey": "mine", "variables": {"service": {"value": "Figgy"}, "condition": {"value": "down"},
                  "summary": {"value": "Gone"}}}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("businessKey").asText()).startsWith("INC-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | The body cannot be read",
                "[] | The body cannot be read",
                "{\"service\": \"Fig | The body cannot be read"
            })
    void saysThatABodyCannotBeRead(String body, String title) {
        var answer = call("POST", "/api/v1/incidents", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("title").asText()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"restricted\": \"maybe\"} | restricted | Say true or false.",
                "{\"service\": {\"a\": 1}} | service | Give text.",
                "{\"summary\": [\"a\"]} | summary | Give text."
            })
    void namesTheFieldThatIsNotOfItsKind(String body, String field, String message) {
        var answer = call("POST", "/api/v1/incidents", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(fields(json(answer).path("errors"))).containsExactly(field);
        assertThat(texts(json(answer).path("errors"), "message")).containsExactly(message);
    }

    @Test
    void refusesAReporterThatNoDatabaseCouldKeep() {
        var answer = call("POST", "/api/v1/incidents", """
                {"service": "Figgy", "condition": "down", "summary": "Gone", "reporter": "no\\u0000or"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(fields(json(answer).path("errors"))).containsExactly("reporter");
    }

    @Test
    void showsAllThatIsOnRecordButWhatPeopleWroteAlone() {
        var question = "What surprised you?";
        walk.restored()
                .completeOwn(
                        "reflectAlone",
                        "maya",
                        Map.of("answers", List.of(Map.of("question", question, "answer", "Between me and myself"))))
                .giveUp("note-taker", "noor", "My shift ends")
                .take("note-taker", "ines")
                .complete("scheduleMeeting", "ines", Walk.meetingTomorrow())
                .complete("moveMeeting", "ines", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One rack\nOne fuse", "lessons", "Look at racks"))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))))
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "let-go", "letGoReason", "We move"))
                .say();

        var answer = call("GET", "/api/v1/incidents/" + walk.id(), null);
        var incident = json(answer);

        assertThat(incident.path("roles")).isEmpty();
        var noor = StreamSupport.stream(incident.path("tenures").spliterator(), false)
                .filter(tenure -> tenure.path("holder").asText().equals("noor"))
                .findFirst()
                .orElseThrow();
        assertThat(names(noor)).containsExactly("role", "holder", "since", "until", "reason");
        assertThat(noor.path("reason").asText()).isEqualTo("My shift ends");
        assertThat(names(incident.path("meeting")))
                .containsExactly("at", "minutes", "inWriting", "calledOff", "guests", "heldAt");
        assertThat(incident.path("causes").toString()).isEqualTo("[\"One rack\",\"One fuse\"]");
        assertThat(incident.path("lessons").toString()).isEqualTo("[\"Look at racks\"]");
        var followUp = incident.path("followUps").get(0);
        assertThat(names(followUp))
                .containsExactly(
                        "id", "action", "owner", "due", "doneWhen", "learningFriendly", "state", "reason", "endedAt");
        assertThat(followUp.path("state").asText()).isEqualTo("let-go");
        assertThat(followUp.path("due").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(incident.path("messages").get(0).path("kind").asText()).isEqualTo("announcement");
        assertThat(names(incident.path("messages").get(0)))
                .containsExactly("kind", "way", "words", "text", "state", "addedAt", "settledAt");
        assertThat(answer.body()).doesNotContain("Between me and myself", "reflections");

        var listed = json(call("GET", "/api/v1/incidents?limit=1", null))
                .path("items")
                .get(0);
        assertThat(names(listed)).contains("id", "stage", "links").doesNotContain("tenures", "messages", "roles");
    }

    @ParameterizedTest
    @CsvSource({"FINDING%20AIDS", "pulfalight", "%20Finding%20aids%00"})
    void findsAServiceByEveryNameItCanBeReportedUnder(String service) {
        walk.reported("Finding aids", "degraded", "Found by every name");

        assertThat(ids(json(call("GET", "/api/v1/incidents?service=" + service, null))))
                .contains(walk.id().toString());
    }

    @Test
    void looksForWordsWithoutWhatNoDatabaseCouldKeep() {
        walk.reported("Finding aids", "degraded", "Nowhere to be seen");

        assertThat(ids(json(call("GET", "/api/v1/incidents?q=Nowhere%00%20to%20be", null))))
                .contains(walk.id().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "rosa, incidents/INC-99999, No such incident",
        "rosa, follow-ups/99999, No such follow-up",
        "rosa, services/Nothing/glossary, No such service",
        "maya, quiet-windows/99999, No such quiet window",
        "maya, webhooks/99999, No such webhook",
    })
    void saysWhatIsNotThere(String person, String path, String title) {
        var answer = new Browser(port).get("/api/v1/" + path, "Authorization", Browser.basic(person, "ensemble"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("title").asText()).isEqualTo(title);
    }

    @Test
    void saysInTheSameFormWhatNobodyThoughtOf() {
        var unforeseen = call("GET", "/api/v1/broken", null);
        var elsewhere = call("GET", "/api/v1/report-broken", null);
        for (var broken : List.of(unforeseen, elsewhere)) {
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(json(broken).path("title").asText()).isEqualTo("Something went wrong on our side");
            assertThat(json(broken).path("detail").asText()).contains("look into its log");
            assertThat(broken.body()).doesNotContain("Nobody thought of this");
        }

        var busy = call("GET", "/api/v1/busy", null);
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(busy).path("title").asText()).isEqualTo("Not at the moment");
        assertThat(busy.body()).doesNotContain("Nobody thought of this");

        var nowhere = call("GET", "/api/v1/nowhere", null);
        assertThat(nowhere.statusCode()).isEqualTo(404);
        var method = call("PUT", "/api/v1/incidents", "{}");
        assertThat(method.statusCode()).isEqualTo(405);
        var kind = new Browser(port)
                .send(
                        "POST",
                        "/api/v1/incidents",
                        null,
                        "Authorization",
                        Browser.basic("rosa", "ensemble"),
                        "Content-Type",
                        "text/plain");
        assertThat(kind.statusCode()).isEqualTo(415);
        for (var answer : List.of(unforeseen, elsewhere, nowhere, method, kind)) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Test
    void listsNewestFirstPageByPage() {
        walk.reported("Finding aids", "degraded", "First of the pages 100%_!");
        var first = walk.id();
        walk.reported("Finding aids", "degraded", "Second of the pages 100%_!");

        var page = json(call(
                "GET",
                "/api/v1/incidents?status=open&service=Finding%20aids&condition=degraded&q=pages%20100%25_!&limit=1",
                null));
        assertThat(ids(page)).containsExactly(walk.id().toString());
        var rest = json(call(
                "GET",
                "/api/v1/incidents?q=pages%20100%25_!&limit=1&cursor="
                        + page.path("next").asText(),
                null));

        assertThat(ids(rest)).containsExactly(first.toString());
        assertThat(rest.has("next")).isFalse();
        assertThat(ids(json(call("GET", "/api/v1/incidents?status=closed&q=of%20the%20pages", null))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"status=all, status", "condition=bad, condition", "limit=0, limit", "limit=x, limit", "cursor=9, cursor"
    })
    void refusesAListThatNobodyCanMean(String query, String field) {
        var answer = call("GET", "/api/v1/incidents?" + query, null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(fields(json(answer).path("errors"))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"INC-999999999", "INC-0", "42", "nothing"})
    void knowsNoSuchIncident(String id) {
        for (var path : List.of("", "/timeline")) {
            var answer = call("GET", "/api/v1/incidents/" + id + path, null);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("detail").asText()).contains("numbered like INC-42");
        }
    }

    @Test
    void takesRolesAndGivesThemUp() {
        walk.reported();
        var holder = "/api/v1/incidents/%s/roles/interpreter/holder".formatted(walk.id());

        assertThat(call("PUT", holder, "{}").statusCode()).isEqualTo(400);
        assertThat(call("PUT", holder, "{\"person\": \"nobody\"}").statusCode()).isEqualTo(400);
        var machine = call("PUT", holder, person("other-systems"));
        assertThat(machine.statusCode()).isEqualTo(400);
        assertThat(json(machine).path("detail").asText())
                .isEqualTo("person: Other systems is not in the group responders; an administrator can add them.");
        assertThat(call("PUT", holder, person("n".repeat(300))).statusCode()).isEqualTo(400);
        assertThat(call("PUT", holder, person("no\\u0000or")).statusCode()).isEqualTo(400);
        assertThat(call("PUT", holder, person("ines")).statusCode()).isEqualTo(204);
        assertThat(call("PUT", holder, person("ines")).statusCode()).isEqualTo(204);
        var taken = call("PUT", holder, person("sam"));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(json(taken).path("detail").asText()).contains("Ines Costa is interpreter already");
        assertThat(json(call("GET", "/api/v1/incidents/" + walk.id(), null))
                        .path("roles")
                        .get(0)
                        .path("holder")
                        .asText())
                .isEqualTo("ines");

        var tooLong = call("DELETE", holder + "?reason=" + "x".repeat(501), null);
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(fields(json(tooLong).path("errors"))).containsExactly("reason");
        assertThat(call("DELETE", holder + "?reason=Shift%00%20ends", null).statusCode())
                .isEqualTo(204);
        assertThat(call("DELETE", holder, null).statusCode()).isEqualTo(409);
        assertThat(call("PUT", "/api/v1/incidents/%s/roles/king/holder".formatted(walk.id()), person("sam"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void keepsFindingsAtTheTimeTheyWereSeen() {
        walk.reported();
        var timeline = "/api/v1/incidents/%s/timeline".formatted(walk.id());

        var added = call("POST", timeline, "{\"text\": \"Lights out\", \"at\": \"2026-01-01T03:12:00+01:00\"}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).path("person").asText()).isEqualTo("rosa");

        var entries = json(call("GET", timeline, null));
        assertThat(entries.get(0).path("text").asText()).isEqualTo("Lights out");
        assertThat(entries.get(0).path("kind").asText()).isEqualTo("finding");
        assertThat(entries.get(0).path("at").asText()).isEqualTo("2026-01-01T02:12:00Z");
        for (var wrong : List.of(
                "{}", "{\"text\": \"x\", \"at\": \"now\"}", "{\"text\": \"x\", \"at\": \"2999-01-01T00:00:00Z\"}")) {
            assertThat(call("POST", timeline, wrong).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void triesAMigrationUnlessToldToDoIt() {
        var browser = new Browser(port);
        var path = "/api/v1/process/migration";

        var tried = browser.send("POST", path, "{}", "Authorization", Browser.basic("maya", "ensemble"));
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(json(tried).path("dryRun").asBoolean()).isTrue();
        assertThat(json(tried).path("incidents").isArray()).isTrue();
    }

    @Test
    void listsTheServices() {
        assertThat(call("GET", "/api/v1/services", null).body()).contains("\"Figgy\"", "\"aliases\"");
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return new Browser(port).send(method, path, body, "Authorization", Browser.basic("rosa", "ensemble"));
    }

    private static String person(String id) {
        return "{\"person\": \"%s\"}".formatted(id);
    }

    private static List<String> fields(JsonNode errors) {
        return texts(errors, "field");
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> ids(JsonNode page) {
        return texts(page.path("items"), "id");
    }

    private static List<String> texts(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(name).asText())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
