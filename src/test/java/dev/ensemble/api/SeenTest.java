package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtOnce;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.events.ReceiverStub;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Report;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever changes what they saw changes nothing that has changed meanwhile; whoever saw nothing may change it all the same. */
@EnsembleTest
class SeenTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private FollowUps followUps;

    @Test
    void aFollowUpIsChangedAsItWasSeen() {
        var path = "/api/v1/follow-ups/" + promised();
        var seen = mark(get(path));

        var first = patch(path, "{\"learningFriendly\": true}", "If-Match", seen);
        var stale = patch(path, "{\"learningFriendly\": false}", "If-Match", seen);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(mark(first)).isNotEqualTo(seen).isEqualTo(mark(get(path)));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(get(path).body()).contains("\"learningFriendly\":true");
        assertThat(patch(path, "{\"learningFriendly\": false}", "If-Match", "\"other\", " + mark(first))
                        .statusCode())
                .isEqualTo(200);
        assertThat(patch(path, "{\"learningFriendly\": true}", "If-Match", "*").statusCode())
                .isEqualTo(200);
        assertThat(patch(path, "{\"learningFriendly\": false}").statusCode()).isEqualTo(200);
        assertThat(patch(path, "{\"learningFriendly\": true}", "If-Match", "nonsense")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void aDayIsMovedAsItWasSeen() {
        var path = "/api/v1/follow-ups/" + promised();
        var seen = mark(get(path));
        patch(path, "{\"ticket\": \"https://tickets.example.org/1\"}");

        var stale = send("POST", path + "/due", move(30), "If-Match", seen);

        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
        assertThat(send("POST", path + "/due", move(31), "If-Match", mark(get(path)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEntryIsCorrectedAsItWasSeen() {
        walk.responding();
        var timeline = "/api/v1/incidents/%s/timeline".formatted(walk.id());
        send("POST", timeline, "{\"text\": \"One rack is dark\"}");
        var path =
                timeline + "/" + walk.timeline().get(walk.timeline().size() - 1).id();
        var seen = mark(get(path));

        var first = patch(path, "{\"text\": \"Two racks are dark\"}", "If-Match", seen);
        var stale = patch(path, "{\"text\": \"No rack is dark\"}", "If-Match", seen);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(get(path).body()).contains("Two racks are dark", "\"corrected\"");
        assertThat(mark(first)).isEqualTo(mark(get(path)));
    }

    @Test
    void ofTwoWhoSawTheSameOneChangesIt() throws Exception {
        var path = "/api/v1/follow-ups/" + promised();
        var seen = mark(get(path));

        var statuses = new ConcurrentLinkedQueue<Integer>();
        var failures = AtOnce.failures(
                () -> statuses.add(patch(path, "{\"ticket\": \"https://tickets.example.org/1\"}", "If-Match", seen)
                        .statusCode()),
                () -> statuses.add(patch(path, "{\"ticket\": \"https://tickets.example.org/2\"}", "If-Match", seen)
                        .statusCode()));

        assertThat(failures).isEmpty();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aQuietWindowIsPlannedOtherwiseAsItWasSeen() {
        var path = made("/api/v1/quiet-windows", window("New racks"));
        var seen = mark(get(path));

        var first = send("PUT", path, window("New switches"), "If-Match", seen);
        var stale = send("PUT", path, window("New lamps"), "If-Match", seen);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(get(path).body()).contains("New switches");
        assertThat(mark(first)).isNotEqualTo(seen).isEqualTo(mark(get(path)));
        assertThat(send("DELETE", path, null, "If-Match", seen).statusCode()).isEqualTo(412);
        assertThat(send("DELETE", path, null, "If-Match", mark(first)).statusCode())
                .isEqualTo(204);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void ofTwoWhoSawTheSameWindowOneChangesIt() throws Exception {
        var path = made("/api/v1/quiet-windows", window("New racks"));
        var seen = mark(get(path));

        var statuses = new ConcurrentLinkedQueue<Integer>();
        var failures = AtOnce.failures(Stream.of("New switches", "New lamps", "New doors", "New locks")
                .<Runnable>map(reason -> () -> statuses.add(
                        send("PUT", path, window(reason), "If-Match", seen).statusCode()))
                .toArray(Runnable[]::new));

        assertThat(failures).isEmpty();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
        send("DELETE", path, null);
    }

    @Test
    void aWebhookIsEndedAsItWasSeen() {
        try (var receiver = ReceiverStub.start()) {
            var path = made("/api/v1/webhooks", "{\"url\": \"%s\"}".formatted(receiver.url()));
            var seen = mark(get(path));

            assertThat(send("DELETE", path, null, "If-Match", "\"other\"").statusCode())
                    .isEqualTo(412);
            assertThat(mark(get(path))).isEqualTo(seen);
            assertThat(send("DELETE", path, null, "If-Match", seen).statusCode())
                    .isEqualTo(204);
            assertThat(send("DELETE", path, null, "If-Match", seen).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatMayBePublishedIsWrittenAfterWhatWasSeen() {
        walk.reported(new Report("Figgy", "down", "Readers see an error on every page", null, true, false));
        var path = "/api/v1/incidents/%s/report/publishable".formatted(walk.id());
        assertThat(write(path, "First", "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(as("rosa", "GET", path, null).statusCode()).isEqualTo(404);
        var seen = mark(write(path, "First"));

        var second = write(path, "Second", "If-Match", seen);
        var stale = write(path, "Third", "If-Match", seen);

        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(as("rosa", "GET", path, null).body()).contains("Second");
        assertThat(mark(second)).isNotEqualTo(seen).isEqualTo(mark(as("rosa", "GET", path, null)));
    }

    @Test
    void isNotSentAgainToWhoeverHasIt() {
        var path = "/api/v1/follow-ups/" + promised();

        var again = send("GET", path, null, "If-None-Match", mark(get(path)));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private long promised() {
        return followUps.of(walk.followingUp().id()).get(0).id();
    }

    private static String move(int days) {
        return "{\"due\": \"%s\", \"reason\": \"The vendor is late\"}"
                .formatted(LocalDate.now().plusDays(days));
    }

    private static String window(String reason) {
        return "{\"weekly\": \"SUN 02:00-04:00\", \"reason\": \"%s\"}".formatted(reason);
    }

    /** The path of what was made. */
    private String made(String path, String json) {
        var answer = send("POST", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Browser.where(answer);
    }

    private HttpResponse<String> write(String path, String text, String... headers) {
        return as("rosa", "PUT", path, "{\"text\": \"%s\"}".formatted(text), headers);
    }

    private static String mark(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    private HttpResponse<String> patch(String path, String json, String... headers) {
        return send("PATCH", path, json, headers);
    }

    private HttpResponse<String> send(String method, String path, String json, String... headers) {
        return as("maya", method, path, json, headers);
    }

    private HttpResponse<String> as(String person, String method, String path, String json, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = Browser.basic(person, "ensemble");
        return new Browser(port).send(method, path, json, all);
    }
}
