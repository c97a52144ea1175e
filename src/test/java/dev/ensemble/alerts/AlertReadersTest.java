package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ensemble.alerts.Alert.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What monitoring systems send becomes alerts, and nothing that they could send is lost. */
class AlertReadersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OTHERS = List.of(
            "null",
            "5",
            "-1e400",
            "true",
            "\"\"",
            "\"\\u0000\\ud800\"",
            "[]",
            "{}",
            "[null]",
            "[[1]]",
            "{\"a\": {\"b\": [1]}}",
            "\"%s\"".formatted("x".repeat(100_000)));

    private final AlertReaders readers = new AlertReaders(
            List.of(new AlertmanagerReader(), new GrafanaReader(), new CheckmkReader(), new GenericReader()));

    @Test
    void readsAlertmanager() {
        var alerts = read("alertmanager", sample("alertmanager-firing"));

        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).key()).isEqualTo("a8c921632a0d22d9");
        assertThat(alerts.get(0).status()).isEqualTo(Status.FIRING);
        assertThat(alerts.get(0).name()).isEqualTo("InstanceDown");
        assertThat(alerts.get(0).summary())
                .isEqualTo("Figgy does not answer <!channel> (The sender left out 2 more of this group.)");
        assertThat(alerts.get(0).severity()).isEqualTo("critical");
        assertThat(alerts.get(0).labels()).containsEntry("service", "figgy").hasSize(4);
        assertThat(alerts.get(0).startedAt()).isEqualTo(Instant.parse("2026-11-24T10:02:17.206608963Z"));
        assertThat(alerts.get(0).link()).startsWith("https://prometheus.example.org/graph");
        assertThat(alerts.get(0).raw()).contains("\"runbook_url\":\"https://wiki.example.org/figgy\"");
        assertThat(alerts.get(1).status()).isEqualTo(Status.RESOLVED);
        assertThat(alerts.get(1).summary()).startsWith("The second one");
        assertThat(alerts.get(1).link()).isEqualTo("https://alertmanager.example.org");
    }

    @Test
    void readsGrafana() {
        var alerts = read("grafana", sample("grafana-firing"));

        assertThat(alerts).extracting(Alert::key).containsExactly("c6eadffa33fcdf37", "bc97ff14869b13e3");
        assertThat(alerts.get(0).summary())
                .isEqualTo("This alert was triggered for zone us-1 (B=44.23943737541908, C=1)");
        assertThat(alerts.get(0).link()).isEqualTo("https://play.grafana.org/d/abc?viewPanel=2");
        assertThat(alerts.get(0).startedAt()).isEqualTo(Instant.parse("2026-10-12T07:51:03.157076Z"));
        assertThat(alerts.get(1).name()).isEqualTo("DatasourceNoData");
        assertThat(alerts.get(1).summary()).isEqualTo("High CPU usage: This alert was triggered for zone eu-1");
        assertThat(alerts.get(1).link()).isEqualTo("https://play.grafana.org/alerting/d1rdpdv7k/edit");
    }

    @Test
    void readsCheckmk() {
        var service = read("checkmk", sample("checkmk-service")).get(0);
        var host = read("checkmk", sample("checkmk-host")).get(0);

        assertThat(service.status()).isEqualTo(Status.FIRING);
        assertThat(service.name()).isEqualTo("HTTP figgy");
        assertThat(service.summary())
                .isEqualTo("HTTP figgy on figgy-web1 is CRIT: HTTP CRITICAL - No data received from host");
        assertThat(service.severity()).isEqualTo("CRIT");
        assertThat(service.startedAt()).isEqualTo(Instant.parse("2026-11-24T10:02:17Z"));
        assertThat(host.status()).isEqualTo(Status.RESOLVED);
        assertThat(host.name()).isEqualTo("Host figgy-web1");
        assertThat(host.key()).isNotEqualTo(service.key());
    }

    @Test
    void knowsCheckmkByWhereItLooksAndItsStateByWhatItSays() {
        var problem = read("checkmk", sample("checkmk-service")).get(0);

        for (var type : List.of("RECOVERY", "ACKNOWLEDGEMENT", "DOWNTIMESTART", "FLAPPINGSTART")) {
            var other = read("checkmk", sample("checkmk-service").replace("PROBLEM", type))
                    .get(0);
            assertThat(other.key()).isEqualTo(problem.key());
            assertThat(other.status()).isEqualTo(type.equals("RECOVERY") ? Status.RESOLVED : Status.FIRING);
        }
        var ended = sample("checkmk-service").replace("PROBLEM", "DOWNTIMEEND").replace("CRIT\"", "OK\"");
        assertThat(read("checkmk", ended).get(0).status()).isEqualTo(Status.RESOLVED);
        var elsewhere = sample("checkmk-service").replace("\"library\"", "\"archive\"");
        assertThat(read("checkmk", elsewhere).get(0).key()).isNotEqualTo(problem.key());
    }

    @Test
    void readsOurOwnShape() {
        var alert = read("generic", sample("generic")).get(0);
        var many = read("generic", sample("generic-many"));

        assertThat(alert.key()).isEqualTo("Ours: backup/figgy");
        assertThat(alert.name()).isEqualTo("BackupFailed");
        assertThat(alert.link()).isEqualTo("https://backup.example.org/runs/4711");
        assertThat(many).extracting(Alert::status).containsExactly(Status.FIRING, Status.RESOLVED);
        assertThat(many.get(0).key()).isNotEqualTo(many.get(1).key());
        assertThat(read("generic", sample("generic-many")).get(0).key())
                .isEqualTo(many.get(0).key());
    }

    @Test
    void keepsWhatItCannotReadAsItCame() {
        for (var garbage : List.of("", "It burns", "{\"a\": 1", "{} {}", "null", "[1]", "{\"alerts\": []}", "\ufffd")) {
            for (var kind : readers.kinds()) {
                var alerts = read(kind, garbage);
                assertThat(alerts).as(garbage).hasSize(1);
                assertThat(alerts.get(0).status()).isEqualTo(Status.UNREADABLE);
                assertThat(alerts.get(0).raw().replace(" ", "")).isEqualTo(garbage.replace(" ", ""));
            }
        }
        var notUtf8 = readers(new AlertSource(1L, "generic", "Ours"), new byte[] {(byte) 0xff, (byte) 0xc0, '{'});
        assertThat(notUtf8.get(0).status()).isEqualTo(Status.UNREADABLE);
    }

    @Test
    void takesGarbageOfOneStructureForOne() {
        var first =
                read("generic", "{\"x\": [{\"y\": 1}], \"z\": \"a\"}").get(0).key();

        assertThat(read("generic", "{\"z\": \"b\", \"x\": [{\"y\": 2}, {\"y\": 3}]}")
                        .get(0)
                        .key())
                .isEqualTo(first);
        assertThat(read("generic", "{\"x\": [{\"y\": \"1\"}], \"z\": \"a\"}")
                        .get(0)
                        .key())
                .isNotEqualTo(first);
        assertThat(readers(new AlertSource(2L, "generic", "Theirs"), bytes("{\"x\": [{\"y\": 1}], \"z\": \"a\"}"))
                        .get(0)
                        .key())
                .isNotEqualTo(first);
        assertThat(read("generic", "It burns").get(0).key())
                .isEqualTo(read("generic", "It still burns").get(0).key());
    }

    @Test
    void losesNoReadableAlertToOneThatIsNot() {
        var alerts = read("alertmanager", sample("alertmanager-firing").replace("\"resolved\"", "\"confused\""));

        assertThat(alerts).extracting(Alert::status).containsExactly(Status.FIRING, Status.UNREADABLE);
        assertThat(alerts.get(1).raw()).contains("48bc83e6f1c6f428");
        assertThat(alerts.get(1).summary())
                .isEqualTo("Ours (alertmanager) sent what cannot be read: status is neither firing nor resolved.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alertmanager-firing",
                "grafana-firing",
                "checkmk-service",
                "checkmk-host",
                "generic",
                "generic-many"
            })
    void makesSomethingOfEverySampleWithAnyPartMissingOrOfAnotherKind(String sample) throws IOException {
        var kind = sample.replaceFirst("-.*", "");
        for (var changed : changes(JSON.readTree(sample(sample)))) {
            assertThat(read(kind, changed)).as(changed).isNotEmpty().allSatisfy(alert -> {
                assertThat(alert.key()).isNotBlank();
                assertThat(Readable.of(alert).key())
                        .hasSizeLessThanOrEqualTo(255)
                        .isNotBlank();
                assertThat(Readable.of(alert).summary()).hasSizeLessThanOrEqualTo(500);
                assertThat(alert.raw()).isNotNull();
            });
        }
    }

    @Test
    void readsNoFurtherThanItMust() {
        var endless = new Endless("[");
        assertThatThrownBy(() -> readers.read(source("generic"), endless))
                .isInstanceOf(TooDeep.class)
                .hasMessage("Nest it less than 64 levels deep.");
        assertThat(endless.given).isLessThan(20_000);

        var endlessText = new Endless("x");
        assertThatThrownBy(() -> readers.read(source("generic"), endlessText))
                .isInstanceOf(TooLong.class)
                .hasMessage("Send at most 256 KB at once.");
        assertThat(endlessText.given).isLessThanOrEqualTo(256 * 1024 + 1);
    }

    @Test
    void takesWhatIsJustShortAndShallowEnough() {
        assertThat(read("generic", "[".repeat(63) + "]".repeat(63)).get(0).status())
                .isEqualTo(Status.UNREADABLE);
        assertThatThrownBy(() -> read("generic", "[".repeat(64) + "]".repeat(64)))
                .isInstanceOf(TooDeep.class);
        assertThatThrownBy(() -> read("generic", "{\"a\":".repeat(64) + "1" + "}".repeat(64)))
                .isInstanceOf(TooDeep.class);
        assertThat(read("generic", " ".repeat(256 * 1024 - 13) + "{\"name\": \"x\"}"))
                .extracting(Alert::name)
                .containsExactly("x");
        assertThatThrownBy(() -> read("generic", " ".repeat(256 * 1024 - 12) + "{\"name\": \"x\"}"))
                .isInstanceOf(TooLong.class);
        assertThat(read("generic", "{\"name\": %s}".formatted("9".repeat(2000)))
                        .get(0)
                        .status())
                .isEqualTo(Status.UNREADABLE);
    }

    /** Each part of it left out, and in place of each part each of the {@link #OTHERS}. */
    static List<String> changes(JsonNode sample) {
        var changes = new ArrayList<String>();
        change(sample, sample, changes);
        return changes;
    }

    private static void change(JsonNode whole, JsonNode part, List<String> changes) {
        if (part instanceof ObjectNode object) {
            for (var name : names(object)) {
                var was = object.remove(name);
                changes.add(whole.toString());
                insteadOf(whole, changes, other -> object.set(name, other));
                object.set(name, was);
                change(whole, was, changes);
            }
        } else if (part instanceof ArrayNode list) {
            for (var index = 0; index < list.size(); index++) {
                var at = index;
                var was = list.get(index);
                insteadOf(whole, changes, other -> list.set(at, other));
                list.set(index, was);
                change(whole, was, changes);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void insteadOf(JsonNode whole, List<String> changes, Consumer<JsonNode> place) {
        OTHERS.stream().flatMap(AlertReadersTest::json).forEach(other -> {
            place.accept(other);
            changes.add(whole.toString());
        });
    }

    private static Stream<JsonNode> json(String text) {
        try {
            return Stream.of(JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Alert> read(String kind, String body) {
        return readers(source(kind), bytes(body));
    }

    private List<Alert> readers(AlertSource source, byte[] body) {
        try {
            return readers.read(source, new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AlertSource source(String kind) {
        return new AlertSource(1L, kind, "Ours");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sample(String name) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "alerts", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sender that never ends. */
    private static final class Endless extends InputStream {

        private final int character;
        private int given;

        private Endless(String character) {
            this.character = character.charAt(0);
        }

        @Override
        public int read() {
            given++;
            return character;
        }
    }
}
