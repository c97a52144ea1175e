package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Recurrence;
import dev.ensemble.incident.Recurrence.State;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.TimelineEntry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a meeting writes down, and what it says about what was before. */
@EnsembleTest
class HoldMeetingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Walk walk;

    @Autowired
    Walk before;

    @Autowired
    Learned learned;

    @Autowired
    Recurrences recurrences;

    @Test
    void keepsWhatWasUnderstoodWithTheMomentsThatShowIt() {
        walk.meeting();
        var tried = moment("Investigate");
        var restored = moment("Verify fix");

        walk.complete(
                        "holdMeeting",
                        "maya",
                        Map.of(
                                "causes",
                                List.of(
                                        "Both hosts share a rack",
                                        Map.of("text", "One fuse", "entries", List.of(tried, restored, tried))),
                                "lessons",
                                "Look at racks\nLook at fuses",
                                "wentWell",
                                List.of(Map.of("text", "Lena looked twice", "entries", List.of(restored))),
                                "luck",
                                "[\"It was not the night\"]"))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "The rack is gone"))
                .say();

        assertThat(learned.of(walk.id()))
                .containsExactly(
                        new Insight(Kind.CAUSE, "Both hosts share a rack"),
                        new Insight(Kind.CAUSE, "One fuse", List.of(tried, restored)),
                        new Insight(Kind.LESSON, "Look at racks"),
                        new Insight(Kind.LESSON, "Look at fuses"),
                        new Insight(Kind.WENT_WELL, "Lena looked twice", List.of(restored)),
                        new Insight(Kind.LUCK, "It was not the night"));
        assertThat(walk.timeline())
                .extracting(TimelineEntry::text)
                .contains("2 causes, 2 lessons, 1 thing that went well, 1 piece of luck");
        assertThat(walk.thread())
                .anyMatch(said -> said.contains("*What went well*")
                        && said.contains("Lena looked twice")
                        && said.contains("*Where we were lucky*")
                        && said.contains("It was not the night"));
    }

    @Test
    void takesNoMomentsOfOthersAndNothingTooLong() {
        var elsewhere = before.reported().timeline().get(0).id();
        walk.meeting();

        assertThatThrownBy(() -> walk.complete(
                        "holdMeeting",
                        "maya",
                        Map.of(
                                "causes",
                                List.of("One", Map.of("text", "Two", "entries", List.of(elsewhere))),
                                "luck",
                                "x".repeat(2001))))
                .hasMessageContaining("causes[1].entries: Give ids of entries of this incident's timeline.")
                .hasMessageContaining("luck[0].text: Keep it to 2000 characters.");
        assertThat(learned.of(walk.id())).isEmpty();
    }

    @Test
    void hintsAtWordsAndRefusesNone() {
        walk.meeting()
                .complete(
                        "holdMeeting",
                        "maya",
                        Map.of(
                                "causes",
                                "Human error by Eli\nOne fuse for both",
                                "wentWell",
                                "Eli should have a cake"));

        var answer = get("/api/v1/incidents/" + walk.id());
        assertThat(answer.path("causes").toString()).isEqualTo("[\"Human error by Eli\",\"One fuse for both\"]");
        var insights = answer.path("learned");
        assertThat(insights.get(0).path("kind").asText()).isEqualTo("cause");
        assertThat(insights.get(0).path("hints").toString()).contains("an error of a person", "This names a person");
        assertThat(insights.get(1).path("hints")).isEmpty();
        assertThat(insights.get(2).path("kind").asText()).isEqualTo("went-well");
        assertThat(insights.get(2).path("hints")).isEmpty();
    }

    @Test
    void beginsWithWhatWasBeforeAndIsToldWhetherItIsTheSame() {
        var words = "Zinc quartz umbrella velvet";
        var first = before.reported("Study room booking", "degraded", words)
                .take("moderator", "maya")
                .take("note-taker", "noor");
        recorded(first);
        var reported = json(post("/api/v1/incidents", """
                {"service": "Study room booking", "condition": "degraded", "summary": "%s"}""".formatted(words))).path("similar");
        var told = similar(reported, first);
        assertThat(told.path("service").asText()).isEqualTo("Study room booking");
        assertThat(told.path("condition").asText()).isEqualTo("degraded");
        assertThat(told.path("score").asInt()).isEqualTo(100);
        assertThat(told.path("why").asText()).contains("4 of 4 words");
        assertThat(told.path("state").asText()).isEqualTo("suggested");
        assertThat(told.path("followUps").toString()).contains("Move one host to another rack", "\"state\":\"agreed\"");

        walk.reported("Study room booking", "degraded", words)
                .take("moderator", "maya")
                .say();
        assertThat(walk.announcement())
                .contains("It may have happened before:", "*" + first.id() + "*", "(degraded)")
                .contains("Its follow-ups: Move one host to another rack (not accepted yet)");
        reachMeeting(walk);
        assertThat(walk.shown("holdMeeting").get("earlier").toString())
                .contains(first.id().toString(), "Move one host to another rack");

        assertThatThrownBy(() -> walk.complete(
                        "holdMeeting",
                        "maya",
                        Map.of(
                                "causes",
                                "One",
                                "sameAs",
                                List.of("INC-0", walk.id().toString()),
                                "notSameAs",
                                List.of("nothing"))))
                .hasMessageContaining("sameAs: There is no such incident.")
                .hasMessageContaining("sameAs: %s was not reported before".formatted(walk.id()))
                .hasMessageContaining("notSameAs: There is no such incident.");
        assertThatThrownBy(() -> walk.complete(
                        "holdMeeting",
                        "maya",
                        Map.of(
                                "causes",
                                "One",
                                "sameAs",
                                first.id().toString(),
                                "notSameAs",
                                List.of(first.id().toString()))))
                .hasMessageContaining("notSameAs: %s stands in sameAs, too.".formatted(first.id()));
        assertThat(found(first).state()).isEqualTo(State.SUGGESTED);

        walk.complete(
                        "holdMeeting",
                        "maya",
                        Map.of("causes", "One", "sameAs", List.of(first.id().toString())))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "Nothing to do"))
                .say();

        assertThat(found(first).state()).isEqualTo(State.CONFIRMED);
        assertThat(found(first).decidedBy()).isEqualTo("maya");
        assertThat(walk.timeline())
                .anyMatch(entry -> entry.label().equals("Happened before")
                        && first.id().toString().equals(entry.text()));
        assertThat(walk.thread()).anyMatch(said -> said.contains("*The same happened before:* " + first.id()));
    }

    @Test
    void isToldByRestToo() {
        before.reported("Finding aids", "down", "Xylophone jukebox");
        walk.reported("Finding aids", "down", "Xylophone jukebox");
        var path = "/api/v1/incidents/%s/recurrences/%s";

        var answer = put(path.formatted(walk.id(), before.id()), "{\"same\": true}", "noor");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(similar(json(answer).path("similar"), before).path("state").asText())
                .isEqualTo("confirmed");
        assertThat(put(path.formatted(walk.id(), before.id()), "{\"same\": false}", "noor")
                        .body())
                .contains("\"state\":\"rejected\"");
        assertThat(walk.say().announcement()).doesNotContain(before.id() + "*");

        assertThat(put(path.formatted(walk.id(), before.id()), "{}", "noor").statusCode())
                .isEqualTo(400);
        assertThat(put(path.formatted(before.id(), walk.id()), "{\"same\": true}", "noor")
                        .statusCode())
                .isEqualTo(409);
        assertThat(put(path.formatted(walk.id(), "INC-999999"), "{\"same\": true}", "noor")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port)
                        .send(
                                "PUT",
                                path.formatted(walk.id(), before.id()),
                                "{\"same\": true}",
                                "Authorization",
                                "Bearer " + EnsembleTest.API_TOKEN)
                        .statusCode())
                .isEqualTo(403);
    }

    private void recorded(Walk first) {
        reachMeeting(first);
        first.complete("holdMeeting", "maya", Map.of("causes", "One"))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));
    }

    private static void reachMeeting(Walk some) {
        some.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"))
                .complete("scheduleMeeting", "maya", Walk.meetingTomorrow())
                .complete("moveMeeting", "maya", Map.of("what", "begin-now"));
    }

    private long moment(String label) {
        return walk.timeline().stream()
                .filter(entry -> entry.label().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Recurrence found(Walk first) {
        return recurrences.of(walk.id()).stream()
                .filter(found -> found.earlier().id().equals(first.id()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode similar(JsonNode similar, Walk first) {
        return StreamSupport.stream(similar.spliterator(), false)
                .filter(found -> found.path("id").asText().equals(first.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String path) {
        return json(new Browser(port).get(path, "Authorization", Browser.basic("rosa", "ensemble")));
    }

    private HttpResponse<String> post(String path, String body) {
        return new Browser(port).post(path, body, "Authorization", Browser.basic("rosa", "ensemble"));
    }

    private HttpResponse<String> put(String path, String body, String person) {
        return new Browser(port).send("PUT", path, body, "Authorization", Browser.basic(person, "ensemble"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
