package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.ConditionChanges;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Rows;
import dev.ensemble.incident.Tenures;
import dev.ensemble.incident.TimelineEntry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry of the timeline is put right, or not, and says why not. */
@EnsembleTest
class CorrectionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    ConditionChanges changes;

    @Autowired
    private Walk walk;

    @Autowired
    private Walk other;

    @Autowired
    private Tenures tenures;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Meetings meetings;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Incidents incidents;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsWhatAFindingSaidBefore() {
        walk.responding();
        var finding = json(send("POST", "", Map.of("text", "The rack is warm")));
        var entry = finding.path("id").asLong();

        var first = correct(entry, Map.of("text", "The rack is hot"));
        var second = correct(entry, Map.of("at", "2026-01-01T00:00:00-05:00"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        var read = entry(entry);
        assertThat(read.path("text").asText()).isEqualTo("The rack is hot");
        assertThat(read.path("at").asText()).isEqualTo("2026-01-01T05:00:00Z");
        assertThat(read.path("person").asText()).isEqualTo("eli");
        assertThat(read.path("corrected")).hasSize(2);
        assertThat(read.path("corrected").get(0).path("text").asText()).isEqualTo("The rack is warm");
        assertThat(read.path("corrected").get(1).path("text").asText()).isEqualTo("The rack is hot");
        assertThat(read.path("corrected").get(1).path("at").asText())
                .isEqualTo(finding.path("at").asText());
        assertThat(read.path("corrected").findValuesAsText("by")).containsExactly("eli", "eli");
        assertThat(read.path("corrected").findValuesAsText("correctedAt")).hasSize(2);
    }

    @Test
    void keepsNothingWhereNothingChanges() {
        walk.responding();
        var entry = json(send("POST", "", Map.of("text", "The rack is warm")))
                .path("id")
                .asLong();

        assertThat(correct(entry, Map.of("text", " The rack is warm ")).statusCode())
                .isEqualTo(200);

        assertThat(entry(entry).has("corrected")).isFalse();
    }

    @Test
    void movesTheTimesThatFiguresAreMadeOf() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "Both racks"));
        reportedHoursAgo(4);
        var reported = walk.record().reportedAt();

        right("Take role", reported.plusSeconds(60));
        right("Verify fix", reported.plusSeconds(3600));
        right("Hold meeting", reported.plusSeconds(7200));
        right("Verify follow-up", reported.plusSeconds(9000));

        assertThat(tenures.all(walk.id()).get(0).role()).isEqualTo(Role.MODERATOR);
        assertThat(tenures.all(walk.id()).get(0).since()).isEqualTo(reported.plusSeconds(60));
        assertThat(tenures.all(walk.id()).get(1).since()).isAfter(reported.plusSeconds(9000));
        assertThat(walk.record().restoredAt()).isEqualTo(reported.plusSeconds(3600));
        assertThat(meetings.of(walk.id()).orElseThrow().heldAt()).isEqualTo(reported.plusSeconds(7200));
        assertThat(followUps.of(walk.id()).get(0).verifiedAt()).isEqualTo(reported.plusSeconds(9000));

        right("Verify fix", reported.plusSeconds(1800));
        assertThat(walk.record().restoredAt()).isEqualTo(reported.plusSeconds(1800));
    }

    @Test
    void isCountedInTheFiguresAtOnce() {
        walk.responding();
        var reported = Instant.parse("1997-02-03T12:00:00Z");
        reportedAt(reported);
        var query = "/api/v1/metrics/learning?from=1997-02-03&to=1997-02-03";
        assertThat(json(get(query)).path("reportToModerator").path("p50").asDouble())
                .isGreaterThan(3600);

        right("Take role", reported.plusSeconds(90));

        assertThat(json(get(query)).path("reportToModerator").path("p50").asDouble())
                .isEqualTo(90);
    }

    @Test
    void letsNoRoleBeHeldByTwoOrByNobodyInBetween() {
        walk.responding()
                .offer("moderator", "maya", "sam")
                .completeOf("acceptRole", "moderator", "sam", Map.of("decision", "accept"));
        reportedHoursAgo(3);
        var reported = walk.record().reportedAt();
        right("Take role", reported.plusSeconds(60));
        offeredAt(reported.plusSeconds(500));

        right("Accept role", reported.plusSeconds(600));

        var held = tenures.all(walk.id());
        assertThat(held.get(0).since()).isEqualTo(reported.plusSeconds(60));
        assertThat(held.get(0).until()).isEqualTo(reported.plusSeconds(600));
        assertThat(held.get(1).since()).isEqualTo(reported.plusSeconds(600));
        assertThat(handOvers.all(walk.id()).get(0).answeredAt()).isEqualTo(reported.plusSeconds(600));
        assertRefused(correct(entryOf("Take role"), at(reported.plusSeconds(700))), "at");
        assertRefused(correct(entryOf("Accept role"), at(reported.plusSeconds(400))), "at");
        assertThat(tenures.all(walk.id())).isEqualTo(held);
    }

    @Test
    void movesNoTenureWhereARoleWasDeclined() {
        walk.responding()
                .offer("moderator", "maya", "sam")
                .completeOf("acceptRole", "moderator", "sam", Map.of("decision", "decline"));
        reportedHoursAgo(3);
        offeredAt(walk.record().reportedAt().plusSeconds(500));
        var held = tenures.all(walk.id());

        right("Accept role", walk.record().reportedAt().plusSeconds(600));

        assertThat(tenures.all(walk.id())).isEqualTo(held);
        assertThat(handOvers.all(walk.id()).get(0).answeredAt())
                .isEqualTo(walk.record().reportedAt().plusSeconds(600));
    }

    @Test
    void movesOnlyTheLastOfSeveralRestorations() {
        walk.restored();
        reportedHoursAgo(3);
        var reported = walk.record().reportedAt();
        walk.as("maya", () -> json(send("maya", "POST", "/reopen", Map.of("reason", "Again"))));
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        var restored = walk.record().restoredAt();

        right("Verify fix", reported.plusSeconds(600));
        assertThat(walk.record().restoredAt()).isEqualTo(restored);

        var last = walk.timeline().stream()
                .filter(entry -> entry.label().equals("Verify fix"))
                .mapToLong(TimelineEntry::id)
                .max()
                .orElseThrow();
        assertThat(correct(last, at(reported.plusSeconds(1200))).statusCode()).isEqualTo(200);
        assertThat(walk.record().restoredAt()).isEqualTo(reported.plusSeconds(1200));
        assertThat(changes.of(walk.id()))
                .filteredOn(change -> change.became() == Condition.RESTORED)
                .last()
                .satisfies(change -> assertThat(change.at()).isEqualTo(reported.plusSeconds(1200)));
    }

    @Test
    void movesWhenAPromiseWasDeclinedOrLetGo() {
        walk.followingUp().complete("acceptFollowUp", "eli", Map.of("decision", "decline", "declineReason", "Full"));
        reportedHoursAgo(3);

        right("Accept follow-up", walk.record().reportedAt().plusSeconds(900));

        assertThat(followUps.of(walk.id()).get(0).endedAt())
                .isEqualTo(walk.record().reportedAt().plusSeconds(900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Incident reported", "Announce", "Condition changed", "Hold role"})
    void leavesWhatTookEffectWhenItWasEntered(String label) {
        walk.responding().take("interpreter", "ines").giveUp("interpreter", "ines", "Lunch");
        send("maya", "POST", "/condition", Map.of("condition", "degraded"));

        var answer = correct(entryOf(label), at(walk.record().reportedAt().plusSeconds(1)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    }

    @Test
    void leavesWhatWasDoneAsItWasEntered() {
        walk.fixing();

        var answer = correct(entryOf("Investigate"), Map.of("text", "Something nicer"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asText()).contains("Add a finding that says what is right.");
    }

    @Test
    void isMadeWhereTheHistoryIsNow() {
        walk.responding();
        other.responding();
        var entry =
                json(send("POST", "", Map.of("text", "Seen here"))).path("id").asLong();
        var taken = entryOf("Take role");
        send("maya", "POST", "/merge", Map.of("into", other.id().toString()));

        assertThat(json(correct(entry, Map.of("text", "x"))).path("detail").asText())
                .isEqualTo("%s is a part of %s now. Correct it there.".formatted(walk.id(), other.id()));
        var there = send("eli", "PATCH", other.id(), "/timeline/" + entry, Map.of("text", "Seen here, and there"));
        assertThat(there.statusCode()).as(there.body()).isEqualTo(200);
        assertThat(send("eli", "PATCH", other.id(), "/timeline/" + taken, at(Instant.now()))
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | at",
                "{\"at\": \"yesterday\"} | at",
                "{\"at\": \"2999-01-01T00:00:00Z\"} | at",
                "{\"at\": \"1999-01-01T00:00:00Z\"} | at",
                "{\"text\": \" \"} | text"
            })
    void namesTheFieldThatCannotBeTaken(String body, String field) {
        walk.responding();
        var entry = json(send("POST", "", Map.of("text", "Seen"))).path("id").asLong();

        var answer = new Browser(port)
                .send(
                        "PATCH",
                        "/api/v1/incidents/%s/timeline/%d".formatted(walk.id(), entry),
                        body,
                        "Authorization",
                        Browser.basic("eli", "ensemble"));

        assertRefused(answer, field);
    }

    @Test
    void isNotBeforeTheReport() {
        walk.restored();

        assertRefused(
                correct(entryOf("Verify fix"), at(walk.record().reportedAt().minusSeconds(1))), "at");
    }

    @Test
    void isOfAnEntryThatThereIs() {
        walk.responding();
        other.responding();
        var elsewhere = other.timeline().get(0).id();

        assertThat(correct(elsewhere, Map.of("text", "x")).statusCode()).isEqualTo(404);
        assertThat(correct(Long.MAX_VALUE, Map.of("text", "x")).statusCode()).isEqualTo(404);
    }

    @Test
    void isForRespondersAndNotForOtherSystems() {
        walk.responding();

        var token = new Browser(port)
                .send(
                        "PATCH",
                        "/api/v1/incidents/%s/timeline/%d".formatted(walk.id(), entryOf("Take role")),
                        "{\"at\": \"2026-01-01T00:00:00Z\"}",
                        "Authorization",
                        "Bearer " + EnsembleTest.API_TOKEN);

        assertThat(token.statusCode()).isEqualTo(403);
    }

    @RepeatedTest(3)
    void ofTwoAtOnceBothAreKept() throws Exception {
        walk.responding();
        var entry = json(send("POST", "", Map.of("text", "Zero"))).path("id").asLong();
        var barrier = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (var text : List.of("One", "Two")) {
                answers.add(people.submit(() -> {
                    barrier.await();
                    return correct(entry, Map.of("text", text));
                }));
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        } finally {
            people.shutdownNow();
        }

        var said = new ArrayList<>(entry(entry).path("corrected").findValuesAsText("text"));
        said.add(entry(entry).path("text").asText());
        assertThat(said).hasSize(3).startsWith("Zero").contains("One", "Two");
    }

    /** So that there is time for what happened since. */
    private void reportedHoursAgo(int hours) {
        reportedAt(walk.record().reportedAt().minus(Duration.ofHours(hours)));
    }

    private void reportedAt(Instant at) {
        jdbc.sql("update incident set reported_at = :at where number = :incident")
                .param("at", Rows.when(at))
                .param("incident", walk.id().number())
                .update();
    }

    private void offeredAt(Instant at) {
        jdbc.sql("update hand_over set offered_at = :at where incident = :incident")
                .param("at", Rows.when(at))
                .param("incident", walk.id().number())
                .update();
    }

    /** The first entry of that label. */
    private long entryOf(String label) {
        return walk.timeline().stream()
                .filter(entry -> entry.label().equals(label))
                .mapToLong(TimelineEntry::id)
                .min()
                .orElseThrow();
    }

    private void right(String label, Instant at) {
        var answer = correct(entryOf(label), at(at));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static Map<String, String> at(Instant at) {
        return Map.of("at", at.toString());
    }

    private JsonNode entry(long id) {
        for (var entry : json(get("/api/v1/incidents/%s/timeline".formatted(walk.id())))) {
            if (entry.path("id").asLong() == id) {
                return entry;
            }
        }
        throw new AssertionError("No entry " + id);
    }

    private static void assertRefused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("errors").findValuesAsText("field")).containsExactly(field);
    }

    private HttpResponse<String> correct(long entry, Map<String, String> right) {
        return send("PATCH", "/" + entry, right);
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> body) {
        return send("eli", method, "/timeline" + path, body);
    }

    private HttpResponse<String> send(String person, String method, String path, Map<String, String> body) {
        return send(person, method, walk.id(), path, body);
    }

    private HttpResponse<String> send(
            String person, String method, Object incident, String path, Map<String, String> body) {
        try {
            return new Browser(port)
                    .send(
                            method,
                            "/api/v1/incidents/" + incident + path,
                            JSON.writeValueAsString(new HashMap<>(body)),
                            "Authorization",
                            Browser.basic(person, "ensemble"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path, "Authorization", Browser.basic("eli", "ensemble"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
