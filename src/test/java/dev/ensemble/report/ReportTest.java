package dev.ensemble.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Audience;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.Way;
import dev.ensemble.incident.Word;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the learning report tells, and as what it can be read. */
@EnsembleTest
class ReportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Walk other;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Reflections reflections;

    @Autowired
    private Members members;

    @Autowired
    private OutsideUpdates outsideUpdates;

    @Test
    void tellsAllThatIsOnRecord() {
        walk.responding();
        timeline.found(walk.id(), "ivo", "The rack is dark", null);
        members.join(walk.id(), Role.LEARNER, "ines");
        outsideUpdates.add(
                walk.record(),
                new Audience("library-staff", Way.MAIL, "staff@example.org"),
                Word.FIRST,
                "Figgy is down",
                false,
                "maya",
                null);
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart the workers"))
                .take("note-taker", "noor")
                .offer("note-taker", "noor", "sam")
                .completeOf("acceptRole", "note-taker", "sam", Map.of("decision", "accept"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted the workers"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load again"))
                .complete("scheduleMeeting", "sam", Walk.meetingTomorrow())
                .complete("moveMeeting", "sam", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One rack\nOne fuse", "lessons", "Look at fuses"))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))))
                .completeOwn("acceptFollowUp", "eli", Map.of("decision", "accept"));

        var report = json(get("", "application/json"));

        assertThat(report.path("id").asText()).isEqualTo(walk.id().toString());
        assertThat(report.at("/reporter/name").asText()).isEqualTo("Rosa Lindqvist");
        assertThat(report.path("timeZone").asText()).isEqualTo("America/New_York");
        var reported = ZonedDateTime.parse(report.path("reportedAt").asText());
        assertThat(reported.toInstant()).isEqualTo(walk.record().reportedAt());
        assertThat(reported.getOffset())
                .isEqualTo(ZoneId.of("America/New_York").getRules().getOffset(reported.toInstant()));
        assertThat(texts(report.path("timeline"), "label")).contains("Incident reported", "Finding", "Hold meeting");
        assertThat(texts(report.path("roles"), "role"))
                .containsExactly("moderator", "learner", "note taker", "note taker");
        assertThat(report.at("/outside/0/audience").asText()).isEqualTo("library staff");
        assertThat(report.at("/outside/0/text").asText()).isEqualTo("Figgy is down");
        assertThat(get("", "text/html").body()).contains("What outsiders were told");
        assertThat(report.at("/handOvers/0/outcome").asText()).isEqualTo("accepted");
        assertThat(report.at("/handOvers/0/to/name").asText()).isEqualTo("Sam Turner");
        assertThat(report.at("/meeting/heldAt").isMissingNode()).isFalse();
        assertThat(report.path("causes")).hasSize(2);
        assertThat(report.at("/lessons/0").asText()).isEqualTo("Look at fuses");
        assertThat(report.at("/followUps/0/state").asText()).isEqualTo("accepted");
        assertThat(report.at("/followUps/0/owner/name").asText()).isEqualTo("Eli Brandt");
        assertThat(texts(report.path("path"), "label"))
                .startsWith("Incident reported", "Announce")
                .contains("Staff", "Roles")
                .endsWith("Respond", "Fix", "Reflect", "Follow up");
    }

    @Test
    void tellsEachTimeThatItWasOut() {
        walk.restored();
        reopened(walk);

        var report = json(get("", "application/json"));

        assertThat(report.path("outages")).hasSize(2);
        assertThat(report.at("/outages/0/until").asText())
                .isLessThanOrEqualTo(report.at("/outages/1/from").asText());
        assertThat(report.at("/outages/1/until").isMissingNode()).isTrue();
        assertThat(texts(report.path("conditionChanges"), "became")).containsExactly("restored", "down");
        assertThat(report.at("/conditionChanges/0/note").asText()).isEqualTo("Pages load again");
    }

    @Test
    void tellsLittleWhereLittleIsKnown() {
        walk.reported();

        assertThat(get("", "text/html").body())
                .contains("not restored", "Nobody took a role.", "Nothing is on record yet.", "None are on record yet.")
                .doesNotContain("outsiders", "It happened before", "Hand-overs");
        assertThat(get("", "text/markdown").body())
                .contains("Nobody took a role.", "None are on record yet.")
                .doesNotContain("\n\n\n");
    }

    @Test
    void tellsThatItWasNothing() {
        walk.responding();
        turn("retract", Map.of("reason", "Only my network"));

        assertThat(get("", "text/html").body()).contains("Retracted, it was nothing: Only my network");
        assertThat(get("", "text/markdown").body()).contains("**Retracted, it was nothing:** Only my network");
        assertThat(json(get("", "application/json")).path("outages")).isEmpty();
    }

    @Test
    void tellsOfWhichIncidentItIsAPart() {
        other.responding();
        walk.responding();
        turn("merge", Map.of("into", other.id().toString()));

        assertThat(get("", "text/html").body()).contains("This is a part of " + other.id());
        assertThat(json(get("", "application/json")).path("mergedInto").asText())
                .isEqualTo(other.id().toString());
    }

    @Test
    void tellsWhyThereAreNoFollowUps() {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "The service is gone"));

        assertThat(get("", "text/markdown").body())
                .contains("None, because The service is gone")
                .doesNotContain("on record yet");
    }

    @Test
    void marksADrill() {
        walk.drill(null);

        assertThat(get("", "text/html").body()).contains("This was a drill", "<h1>Drill " + walk.id());
    }

    @Test
    void leavesWhatPeopleWroteAloneOut() {
        walk.restored();
        reflections.add(walk.id(), "What surprised you?", "I looked at the wrong graph");

        assertThat(get("", "application/json").body()).doesNotContain("wrong graph");
    }

    @Test
    void keepsTextThatLooksLikeMarkupAsText() {
        walk.reported("Figgy", "down", "<b>All</b> pages & **more** \"fail\" [here](https://example.org)");

        assertThat(get("", "text/html").body())
                .contains("&lt;b&gt;All&lt;", "pages &amp; **more**")
                .doesNotContain("<b>All");
        assertThat(get("", "text/markdown").body())
                .contains("\\<b>All\\</b> pages & \\*\\*more\\*\\*")
                .contains("\\[here\\](https");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json | json",
                "*/* | application/json | json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html;charset=UTF-8 | html",
                "text/markdown | text/markdown;charset=UTF-8 | md",
                "text/*;q=0.5, application/pdf | application/pdf | pdf",
                "application/pdf;q=0.2, text/html;q=0.7 | text/html;charset=UTF-8 | html",
                "text/html;q=0, text/* | text/markdown;charset=UTF-8 | md"
            })
    void answersInTheFormatThatIsLikedBest(String accepted, String type, String ending) {
        walk.reported();

        var answer = get("", accepted);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("inline; filename=\"%s-report.%s\"".formatted(walk.id(), ending));
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
    }

    @ParameterizedTest
    @CsvSource({"json, application/json", "html, text/html", "markdown, text/markdown", "pdf, application/pdf"})
    void answersInTheFormatThatALinkNames(String format, String type) {
        walk.reported();

        assertThat(header(get("?format=" + format, "*/*"), "Content-Type")).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({"image/png", "rubbish", "text/html;q=0"})
    void saysWhatItCannotBeReadAs(String accepted) {
        walk.reported();

        assertProblem(get("", accepted), 406);
    }

    @Test
    void saysWhatWouldDo() {
        walk.reported();

        assertThat(assertProblem(get("?format=docx", "*/*"), 400)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("format");
        assertThat(assertProblem(get("?version=mine", "*/*"), 400)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("version");
        for (var accepted : List.of("application/json", "text/html", "application/pdf")) {
            assertProblem(read("/api/v1/incidents/INC-99999999/report", accepted), 404);
        }
    }

    @Test
    void opensForPeopleWhoAreLoggedIn() {
        walk.reported();
        var page = "/incidents/%s/report".formatted(walk.id());
        var browser = new Browser(port);

        assertThat(Browser.where(browser.get(page, "Accept", "text/html"))).isEqualTo("/login");
        assertThat(Browser.where(browser.login("rosa", "ensemble"))).startsWith(page);

        assertThat(browser.get(page, "Accept", "text/html").body()).contains("<h1>" + walk.id() + ": Figgy was down");
    }

    private void reopened(Walk incident) {
        turn("reopen", Map.of("reason", "Errors again"));
        assertThat(incident.record().isRestored()).isFalse();
    }

    private void turn(String what, Map<String, String> body) {
        var answer = new Browser(port)
                .post(
                        "/api/v1/incidents/%s/%s".formatted(walk.id(), what),
                        JSON.valueToTree(body).toString(),
                        "Authorization",
                        Browser.basic("maya", "ensemble"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> get(String query, String accepted) {
        return read("/api/v1/incidents/%s/report%s".formatted(walk.id(), query), accepted);
    }

    private HttpResponse<String> read(String path, String accepted) {
        return new Browser(port).get(path, "Authorization", Browser.basic("rosa", "ensemble"), "Accept", accepted);
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        return json(answer);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(field).asText())
                .toList();
    }
}
