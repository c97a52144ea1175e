package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report that is sent again is one incident. */
@EnsembleTest
class OnceTest {

    private static final int KEYS = 20;
    private static final int TIMES = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();

    @Test
    void isAnsweredTheSame() {
        var first = report("rosa", key, "Pages are empty");
        var second = report("rosa", key, "Pages are empty");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(incidents("Pages are empty")).isOne();
    }

    @Test
    void isRefusedWhereTheKeyStandsForAnotherReport() {
        report("rosa", key, "Thumbnails are grey");

        var other = report("rosa", key, "Thumbnails are green");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(other.body()).contains("Give each report a key of its own");
        assertThat(incidents("Thumbnails are green")).isZero();
    }

    @Test
    void hasNothingToDoWithAnothersKeys() {
        assertThat(report("rosa", key, "Both saw it").statusCode()).isEqualTo(201);
        assertThat(report("maya", key, "Both saw it").statusCode()).isEqualTo(201);

        assertThat(incidents("Both saw it")).isEqualTo(2);
    }

    @Test
    void isAskedToWaitWhileTheSameIsBeingTaken() {
        report("rosa", key, "Slow to take");
        jdbc.sql("""
                        update idempotency_key set answer = null, location = null, worker = :worker, believed_until = :until
                        where given_key = :key""")
                .param("worker", UUID.randomUUID())
                .param("until", Timestamp.from(Instant.now().plusSeconds(60)))
                .param("key", key)
                .update();

        var meanwhile = report("rosa", key, "Slow to take");

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.headers().firstValue("Retry-After")).contains("1");
        assertThat(report("rosa", key, "Another").statusCode()).isEqualTo(422);
    }

    @Test
    void isTakenWhereWhoeverBeganNeverCameBack() {
        report("rosa", key, "Died in the middle");
        jdbc.sql("""
                        update idempotency_key set answer = null, location = null, worker = :worker, believed_until = :until
                        where given_key = :key""")
                .param("worker", UUID.randomUUID())
                .param("until", Timestamp.from(Instant.now().minusSeconds(1)))
                .param("key", key)
                .update();

        assertThat(report("rosa", key, "Died in the middle").statusCode()).isEqualTo(201);
        assertThat(incidents("Died in the middle")).isEqualTo(2);
    }

    @Test
    void isForgottenAfterADay() {
        report("rosa", key, "Yesterday");
        jdbc.sql("update idempotency_key set first_seen_at = :at where given_key = :key")
                .param(
                        "at",
                        Timestamp.from(Instant.now().minus(IdempotencyKeys.KEPT).minusSeconds(1)))
                .param("key", key)
                .update();

        assertThat(report("rosa", key, "Today").statusCode()).isEqualTo(201);
    }

    @Test
    void mayBeSentAgainUnderTheKeyWhenItWasRefused() {
        var refused = report("rosa", key, " ");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"summary\"");

        assertThat(report("rosa", key, "Now with words").statusCode()).isEqualTo(201);
    }

    @Test
    void takesNoKeyThatIsNone() {
        assertThat(report("rosa", "x".repeat(256), "Long").body())
                .contains("\"field\":\"Idempotency-Key\"", "255 characters");
        assertThat(report("rosa", " ", "Blank").statusCode()).isEqualTo(400);
        assertThat(report("rosa", "x".repeat(215) + UUID.randomUUID(), "As long as may be")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void isOneForEachKeyHoweverManyComeAtOnce() throws Exception {
        var words = "Storm " + key;
        var pool = Executors.newFixedThreadPool(TIMES);
        try {
            var sending = IntStream.range(0, KEYS)
                    .boxed()
                    .flatMap(number -> Stream.generate(() -> number).limit(TIMES))
                    .<Callable<Map.Entry<Integer, HttpResponse<String>>>>map(
                            number -> () -> Map.entry(number, untilAnswered(key + number, words)))
                    .toList();
            var answers = new HashMap<Integer, List<String>>();
            for (var answered : pool.invokeAll(sending)) {
                answers.computeIfAbsent(answered.get().getKey(), number -> new ArrayList<>())
                        .add(answered.get().getValue().body());
            }

            assertThat(answers).hasSize(KEYS);
            assertThat(answers.values())
                    .allSatisfy(same -> assertThat(same).hasSize(TIMES).containsOnly(same.get(0)));
            assertThat(answers.values().stream().map(same -> same.get(0)).collect(Collectors.toSet()))
                    .hasSize(KEYS);
            assertThat(incidents(words)).isEqualTo(KEYS);
        } finally {
            pool.shutdownNow();
        }
    }

    private HttpResponse<String> untilAnswered(String of, String summary) {
        while (true) {
            var answer = report("rosa", of, summary);
            if (answer.statusCode() != 409) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                return answer;
            }
        }
    }

    private HttpResponse<String> report(String person, String of, String summary) {
        return new Browser(port)
                .post(
                        "/api/v1/incidents",
                        json(Map.of("service", "Figgy", "condition", "degraded", "summary", summary)),
                        "Authorization",
                        Browser.basic(person, "ensemble"),
                        "Idempotency-Key",
                        of);
    }

    private int incidents(String summary) {
        return jdbc.sql("select count(*) from incident where summary = :summary")
                .param("summary", summary)
                .query(Integer.class)
                .single();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
