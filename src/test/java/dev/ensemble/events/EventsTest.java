package dev.ensemble.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.events.ReceiverStub.Received;
import dev.ensemble.events.Subscribing.Wish;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.News.Kind;
import dev.ensemble.incident.Role;
import dev.ensemble.process.Course;
import dev.ensemble.process.EnsembleProcess;
import dev.ensemble.process.FollowUpProcess;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other systems hear of an incident from its report to its end. */
@EnsembleTest
class EventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Autowired
    Walk walk;

    @Autowired
    Walk again;

    @Autowired
    Subscribing subscribing;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Course course;

    @Autowired
    EnsembleProcess ensemble;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpProcess following;

    private final ReceiverStub receiver = ReceiverStub.start();
    private String secret;

    @BeforeEach
    void somebodyListens() {
        secret = subscribing
                .begun(new Wish(receiver.url(), null, null, null), "maya")
                .secret();
    }

    @AfterEach
    void nobodyListensAnyMore() {
        webhooks.all().forEach(one -> subscribing.over(one.id(), now -> {}));
        walk.deliver();
        receiver.close();
    }

    @Test
    void tellTheWholeCourse() {
        var events = wholeCourse();

        assertThat(events.stream().map(event -> event.path("type").asText()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Kind.values()).map(Kind::toString).toList());
        assertThat(events.get(0).path("type").asText()).isEqualTo("dev.ensemble.incident.reported");
        assertThat(only(events, "incident.announced").at("/data/incident/stage").asText())
                .isEqualTo("staff");
        var changed = only(events, "incident.condition-changed");
        assertThat(changed.at("/data/incident/condition").asText()).isEqualTo("degraded");
        assertThat(changed.at("/data/change").toString()).isEqualTo("""
                {"was":"down","became":"degraded","note":"One host is back"}""");
        var restored = only(events, "incident.restored");
        assertThat(restored.at("/data/incident/condition").asText()).isEqualTo("restored");
        assertThat(restored.at("/data/incident/restoredAt").asText())
                .isEqualTo(walk.record().restoredAt().toString());
        assertThat(restored.at("/data/change/note").asText()).contains("Pages load again");
        assertThat(only(events, "incident.meeting-held")
                        .at("/data/meeting/minutes")
                        .asInt())
                .isEqualTo(50);
        assertThat(only(events, "follow-up.verified")
                        .at("/data/followUp/verifiedBy")
                        .asText())
                .isEqualTo("lena");
        assertThat(only(events, "follow-up.did-not-hold")
                        .at("/data/followUp/didNotHoldIn")
                        .asText())
                .isEqualTo(again.id().toString());
        assertThat(only(events, "incident.closed").at("/data/incident/stage").asText())
                .isEqualTo("closed");
    }

    @Test
    void doNotNameWhatHasBeenRestrictedMeanwhile() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Moved"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "The racks"))
                .deliver();
        again.reported();
        var promised = followUps.of(walk.id()).get(0).id();
        walk.asRun("maya", () -> following.didNotHold(promised, again.id()));

        again.asRun("maya", () -> course.restricted(again.id(), "Patron data shows"));

        var told = only(delivered(walk), "follow-up.did-not-hold");
        assertThat(told.at("/data/followUp/state").asText()).isEqualTo("did-not-hold");
        assertThat(told.toString()).doesNotContain(again.id().toString());
        assertThat(delivered(again)).isEmpty();
    }

    @Test
    void areTrueCloudEventsWithASignature() throws WebhookVerificationException {
        walk.reported().deliver();

        var request = receiver.received().get(0);
        var event = new JsonFormat().deserialize(request.body().getBytes(StandardCharsets.UTF_8));
        assertThat(event.getSpecVersion()).hasToString("1.0");
        assertThat(event.getId()).isEqualTo(request.header("webhook-id"));
        assertThat(event.getSubject()).isEqualTo(walk.id().toString());
        assertThat(event.getSource()).hasToString("http://localhost:8080");
        assertThat(event.getTime()).isNotNull();
        assertThat(request.header("content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        new com.standardwebhooks.Webhook(secret).verify(request.body(), request.headers());
    }

    @Test
    void lookAsTheirDocumentationSays() throws IOException {
        var events = wholeCourse();

        var documented = EXAMPLE.matcher(Files.readString(Path.of("docs/events.md")))
                .results()
                .map(example -> read(example.group(1)))
                .toList();

        assertThat(documented)
                .extracting(example -> example.path("type").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Kind.values()).map(Kind::toString).toList());
        assertThat(documented)
                .allSatisfy(example -> assertThat(fields(example))
                        .as(example.path("type").asText())
                        .containsAll(fields(events.stream()
                                .filter(event -> event.path("type").equals(example.path("type")))
                                .findFirst()
                                .orElseThrow()))
                        .allMatch(field -> field.matches("[A-Za-z/]+")));
    }

    @Test
    void sayWhoHasARoleAndWhoHadIt() {
        walk.reported().take("moderator", "maya").offer("moderator", "maya", "noor");
        walk.completeOf("acceptRole", "moderator", "noor", Map.of("decision", "accept"));
        walk.giveUp("moderator", "noor", "Dinner");
        walk.asRun("sam", () -> ensemble.joined(walk.id(), Role.LEARNER, "sam"));
        walk.asRun("sam", () -> ensemble.left(walk.id(), Role.LEARNER, "sam"));

        assertThat(delivered(walk).stream()
                        .filter(event -> event.path("type").asText().endsWith("role-changed"))
                        .map(event -> event.at("/data/role").toString()))
                .containsExactly("""
                        {"role":"moderator","holder":"maya"}""", """
                        {"role":"moderator","holder":"noor","former":"maya"}""", """
                        {"role":"moderator","former":"noor"}""", """
                        {"role":"learner","holder":"sam"}""", """
                        {"role":"learner","former":"sam"}""");
    }

    @Test
    void sayThatItBrokeAgain() {
        walk.restored();

        walk.asRun("maya", () -> course.reopened(walk.id(), "Pages fail again"));

        assertThat(delivered(walk)).anySatisfy(event -> {
            assertThat(event.path("type").asText()).isEqualTo("dev.ensemble.incident.condition-changed");
            assertThat(event.at("/data/change").toString()).isEqualTo("""
                    {"was":"restored","became":"down","note":"Pages fail again"}""");
            assertThat(event.at("/data/incident/condition").asText()).isEqualTo("down");
            assertThat(event.at("/data/incident/restoredAt").isMissingNode()).isTrue();
        });
    }

    @Test
    void sayInWhichWayItEnded() {
        walk.reported();

        walk.asRun("maya", () -> course.retracted(walk.id(), "A cable test"));

        var closed = only(delivered(walk), "incident.closed");
        assertThat(closed.at("/data/incident/stage").asText()).isEqualTo("retracted");
        assertThat(closed.at("/data/incident/retractedBecause").asText()).isEqualTo("A cable test");
        assertThat(closed.at("/data/incident/closedAt").asText()).isNotEmpty();
    }

    @Test
    void sortByTheirSequence() {
        walk.responding();

        assertThat(delivered(walk))
                .hasSizeGreaterThan(1)
                .extracting(event -> event.path("sequence").asText())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void areThoseThatWereAskedFor() {
        webhooks.all().forEach(one -> subscribing.over(one.id(), now -> {}));
        subscribing.begun(new Wish(receiver.url(), List.of("dev.ensemble.incident.role-changed"), null, null), "maya");

        walk.responding();

        assertThat(delivered(walk))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("type").asText()).isEqualTo("dev.ensemble.incident.role-changed"));
    }

    /** From the report to a follow-up that did not hold. */
    private List<JsonNode> wholeCourse() {
        walk.reported().say().take("moderator", "maya");
        walk.asRun("eli", () -> course.conditionChanged(walk.id(), "degraded", "One host is back"));
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart the workers"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted the workers"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load again"))
                .take("note-taker", "noor")
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "Both hosts share a rack", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))))
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Moved"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "The racks"))
                .ring("Event_watchEnded");
        again.reported();
        again.asRun(
                "maya",
                () -> following.didNotHold(followUps.of(walk.id()).get(0).id(), again.id()));
        return delivered(walk);
    }

    /** Of one incident, in the order in which they happened. */
    private List<JsonNode> delivered(Walk about) {
        walk.deliver();
        return receiver.received().stream()
                .map(Received::body)
                .map(EventsTest::read)
                .filter(event ->
                        event.path("subject").asText().equals(about.id().toString()))
                .sorted(Comparator.comparing(event -> event.path("sequence").asText()))
                .toList();
    }

    private static JsonNode only(List<JsonNode> events, String name) {
        var found = events.stream()
                .filter(event -> event.path("type").asText().equals("dev.ensemble." + name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static TreeSet<String> fields(JsonNode node) {
        var fields = new TreeSet<String>();
        node.fields().forEachRemaining(field -> {
            fields.add(field.getKey());
            fields(field.getValue()).forEach(inner -> fields.add(field.getKey() + "/" + inner));
        });
        return fields;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }
}
