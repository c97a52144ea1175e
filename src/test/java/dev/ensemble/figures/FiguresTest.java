package dev.ensemble.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Past;
import dev.ensemble.Scrape;
import dev.ensemble.ScrapedTest;
import dev.ensemble.incident.Rows;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures over five incidents of May 1999 that count, and five that do not. */
@ScrapedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {

    private static final String PATH = "/api/v1/metrics/learning";
    private static final String MAY = "?from=1999-05-01&to=1999-05-31";
    private static final Instant FIRST = Instant.parse("1999-05-01T04:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    ObjectProvider<Past> past;

    @Autowired
    JdbcClient jdbc;

    private Past last;

    @BeforeAll
    void remember() {
        for (var number = 1; number <= 5; number++) {
            last = on(number)
                    .announced(Duration.ofSeconds(10L * number))
                    .moderated(Duration.ofMinutes(number))
                    .restored(Duration.ofHours(number));
            if (number <= 4) {
                last.met(Duration.ofDays(number));
            }
        }
        last.promised("One", "ended", Duration.ofDays(20), Duration.ofDays(10))
                .promised("Two", "ended", Duration.ofDays(5), Duration.ofDays(40))
                .promised("Three", "declined", Duration.ofDays(5), Duration.ofDays(8))
                .promised("Four", "let-go", Duration.ofDays(5), Duration.ofDays(9));
        var other = on(4).promised("Five", "accepted", Duration.ofDays(5), null).is("service = '=HYPERLINK(\"evil\")'");
        repeats(last, "confirmed");
        repeats(other, "suggested");
        handOver(last, "accepted", 60);
        handOver(last, "declined", 120);
        handOver(last, "no-answer", 300);
        on(6).announced(Duration.ofDays(9)).is("drill = true").restored(Duration.ofDays(9));
        on(6).announced(Duration.ofDays(9)).is("restricted = true").promised("Six", "agreed", Duration.ofDays(1), null);
        on(7).announced(Duration.ofDays(9)).is("stage = 'retracted'");
        on(8).announced(Duration.ofDays(9)).is("stage = 'merged'");
    }

    @Test
    void areDistributionsAndNotMeans() {
        var figures = figures(MAY);

        assertThat(figures.path("incidents").asInt()).isEqualTo(6);
        assertDistribution(figures.path("reportToAnnounced"), 5, 14, 20, 30, 40, 46, 50);
        assertDistribution(figures.path("reportToModerator"), 5, 84, 120, 180, 240, 276, 300);
        assertDistribution(figures.path("reportToRestored"), 5, 5040, 7200, 10800, 14400, 16560, 18000);
        assertDistribution(figures.path("reportToMeeting"), 4, 112320, 151200, 216000, 280800, 319680, 4 * 86400);
        assertDistribution(
                figures.path("reportToLastFollowUp"), 1, 3456000, 3456000, 3456000, 3456000, 3456000, 3456000);
        assertDistribution(figures.path("offerToAnswer"), 2, 66, 75, 90, 105, 114, 120);
    }

    @Test
    void showHowManyTookHowLong() {
        var histogram = figures(MAY).path("reportToAnnounced").path("histogram");

        assertThat(histogram.findValuesAsText("upTo"))
                .containsExactly("10", "30", "60", "120", "300", "600", "1800", "3600");
        assertThat(histogram.findValuesAsText("count")).containsExactly("1", "2", "2", "0", "0", "0", "0", "0", "0");
    }

    @Test
    void areSharesOfSomething() {
        var figures = figures(MAY);

        assertShare(figures.path("repeatRate"), 1, 6, 0.167);
        assertShare(figures.path("meetingHeld"), 4, 5, 0.8);
        assertShare(figures.path("followUpsVerified"), 2, 5, 0.4);
        assertShare(figures.path("followUpsDeclined"), 1, 5, 0.2);
        assertShare(figures.path("followUpsLetGo"), 1, 5, 0.2);
        assertShare(figures.path("followUpsLate"), 2, 5, 0.4);
        assertThat(figures.path("handOvers").toString()).isEqualTo("{\"accepted\":1,\"declined\":1,\"no-answer\":1}");
    }

    @Test
    void areOfAWindowAndAService() {
        assertThat(figures("?from=1999-05-02&to=1999-05-03").path("incidents").asInt())
                .isEqualTo(2);
        assertThat(figures(MAY + "&service=figgy").path("incidents").asInt()).isEqualTo(5);
        assertThat(figures(MAY + "&service=Nothing").path("incidents").asInt()).isZero();
        assertThat(figures("?from=1998-01-01&to=1998-01-02").toString())
                .contains("\"reportToRestored\":{\"n\":0,\"histogram\"")
                .contains("\"meetingHeld\":{\"count\":0,\"of\":0}");
        assertThat(figures("?to=1999-05-31").path("from").asText()).isEqualTo("1998-06-01T04:00:00Z");
        assertThat(figures("?to=1999-05-31").path("incidents").asInt()).isEqualTo(6);
        assertThat(figures("?to=2000-06-30").path("incidents").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=yesterday", "?to=1999-13-01", "?from=+10000-01-01"})
    void nameWhatCannotBeTaken(String query) {
        var answer = get(PATH + query.replace("+", "%2B"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Give a day like 2026-12-01.");
    }

    @Test
    void areARowForEachIncidentAsCsv() throws IOException {
        var answer = new Browser(port)
                .get(PATH + MAY, "Authorization", Browser.basic("rosa", "ensemble"), "Accept", "text/csv");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/csv;charset=UTF-8");
        var rows = csv(answer.body());
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0))
                .containsEntry("incident", first().toString())
                .containsEntry("service", "Figgy")
                .containsEntry("reported_as", "down")
                .containsEntry("reported_at", "1999-05-01T04:00:00Z")
                .containsEntry("announced_at", "1999-05-01T04:00:10Z")
                .containsEntry("moderator_at", "1999-05-01T04:01:00Z")
                .containsEntry("restored_at", "1999-05-01T05:00:00Z")
                .containsEntry("meeting_held_at", "1999-05-02T04:00:00Z")
                .containsEntry("last_follow_up_ended_at", "")
                .containsEntry("follow_ups", "0");
        assertThat(rows)
                .last()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("last_follow_up_ended_at", "1999-06-14T04:00:00Z")
                .containsEntry("follow_ups", "4")
                .containsEntry("verified", "2")
                .containsEntry("late", "1");
        assertThat(rows).extracting(row -> row.get("service")).contains("'=HYPERLINK(\"evil\")");
    }

    @Test
    void areForPrometheusToo() {
        past.getObject()
                .reported(Instant.now().minus(Duration.ofDays(3)), "Figgy", "Of this year")
                .announced(Duration.ofSeconds(20));

        var scrape = Scrape.of(port, ScrapedTest.TOKEN);

        var span = "span=\"report_to_announced\"";
        assertThat(scrape.value("ensemble_learning_incidents")).isGreaterThanOrEqualTo(1);
        assertThat(scrape.value("ensemble_learning_span_seconds", "quantile=\"0.5\"", span))
                .isPositive();
        assertThat(scrape.value("ensemble_learning_span_within_incidents", "seconds=\"+Inf\"", span))
                .isGreaterThanOrEqualTo(scrape.value("ensemble_learning_span_within_incidents", "seconds=\"30\"", span))
                .isPositive();
        assertThat(scrape.labelled("ensemble_learning_share_ratio", "share")).contains("meeting_held");
    }

    @Test
    void areForPrometheusWithItsTokenAndNothingElseIs() {
        var browser = new Browser(port);

        for (var path :
                List.of(PATH, "/api/v1/incidents", "/engine-rest/task", "/actuator/env", "/actuator/health/x")) {
            assertThat(browser.get(path, "Authorization", "Bearer " + ScrapedTest.TOKEN)
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(browser.send("POST", "/actuator/prometheus", "{}", "Authorization", "Bearer " + ScrapedTest.TOKEN)
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        for (var header : List.of(Browser.basic("rosa", "ensemble"), "Bearer " + EnsembleTest.API_TOKEN)) {
            assertThat(browser.get("/actuator/prometheus", "Authorization", header)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(browser.get(PATH, "Authorization", "Bearer " + EnsembleTest.API_TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    private Past on(int day) {
        return past.getObject().reported(FIRST.plus(Duration.ofDays(day - 1L)), "Figgy", "A day in May");
    }

    private dev.ensemble.incident.IncidentId first() {
        return jdbc.sql("select number from incident where reported_at = :first")
                .param("first", Rows.when(FIRST))
                .query(Long.class)
                .optional()
                .map(dev.ensemble.incident.IncidentId::new)
                .orElseThrow();
    }

    private void handOver(Past incident, String outcome, long seconds) {
        var at = incident.record().reportedAt();
        jdbc.sql("""
                        insert into hand_over
                            (incident, role, from_person, to_person, briefing, offered_at, answered_at, outcome)
                        values (:incident, 'moderator', 'maya', 'sam', '', :at, :answered, :outcome)""")
                .param("incident", incident.id().number())
                .param("at", Rows.when(at))
                .param("answered", Rows.when(at.plusSeconds(seconds)))
                .param("outcome", outcome)
                .update();
    }

    private void repeats(Past incident, String state) {
        jdbc.sql("""
                        insert into recurrence (incident, earlier, rule, words, words_alike, state)
                        values (:incident, :first, 'same-condition', 0, 0, :state)""")
                .param("incident", incident.id().number())
                .param("first", first().number())
                .param("state", state)
                .update();
    }

    private static void assertDistribution(JsonNode figure, int n, double... values) {
        assertThat(figure.path("n").asInt()).isEqualTo(n);
        var index = 0;
        for (var name : List.of("p10", "p25", "p50", "p75", "p90", "max")) {
            assertThat(figure.path(name).asDouble()).as(name).isEqualTo(values[index++]);
        }
    }

    private static void assertShare(JsonNode share, int count, int of, double part) {
        assertThat(share.path("count").asInt()).isEqualTo(count);
        assertThat(share.path("of").asInt()).isEqualTo(of);
        assertThat(share.path("share").asDouble()).isEqualTo(part);
    }

    private static List<Map<String, String>> csv(String text) throws IOException {
        return new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(text)
                .readAll();
    }

    private JsonNode figures(String query) {
        var answer = get(PATH + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private java.net.http.HttpResponse<String> get(String path) {
        return new Browser(port).get(path, "Authorization", Browser.basic("rosa", "ensemble"));
    }
}
