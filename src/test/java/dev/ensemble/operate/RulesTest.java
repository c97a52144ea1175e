package dev.ensemble.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Scrape;
import dev.ensemble.ScrapedTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The rules and the dashboard that are shipped, against what the product tells. */
@ScrapedTest
class RulesTest {

    private static final Path RULES = Path.of("ops", "prometheus", "ensemble.rules.yml");
    private static final Path TRIED = Path.of("ops", "prometheus", "ensemble.rules.test.yml");
    private static final Path DASHBOARD = Path.of("ops", "grafana", "ensemble.json");
    private static final Path GUIDE = Path.of("docs", "operate.md");

    /** What Prometheus adds by itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    /** What is told from the first alert on. */
    private static final Set<String> OF_ALERTS = Set.of("ensemble_alerts_total");

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    @LocalServerPort
    private int port;

    @Test
    void nameNothingThatTheProductDoesNotTell() throws IOException {
        new Browser(port).get("/api/v1/services", "Authorization", "Bearer " + EnsembleTest.API_TOKEN);
        var told = new TreeSet<>(Scrape.of(port, ScrapedTest.TOKEN).names());
        told.addAll(OF_PROMETHEUS);
        told.addAll(OF_ALERTS);

        assertThat(named(rules().map(rule -> rule.path("expr").asText()))).isNotEmpty();
        assertThat(told).containsAll(named(rules().map(rule -> rule.path("expr").asText())));
        assertThat(told).containsAll(named(questions()));
    }

    @Test
    void areEachTriedAndExplained() throws IOException {
        var tried = Files.readString(TRIED);
        var guide = Files.readString(GUIDE);

        assertThat(rules()).allSatisfy(rule -> {
            var name = rule.path("alert").asText();
            assertThat(tried).contains("alertname: " + name + "\n");
            assertThat(guide).contains("### " + name + "\n");
            assertThat(rule.at("/annotations/what_to_do").asText()).isEqualTo("docs/operate.md#" + name.toLowerCase());
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "look");
        });
    }

    @Test
    void areTakenByPrometheus() throws Exception {
        assumeTrue(hasPromtool(), "There is no promtool here; Debian's package prometheus has it.");

        assertThat(promtool("check", "rules", RULES.toString())).contains("SUCCESS");
        assertThat(promtool("test", "rules", TRIED.toString())).contains("SUCCESS");
    }

    private static Stream<JsonNode> rules() throws IOException {
        return each(new YAMLMapper().readTree(RULES.toFile()).at("/groups/0/rules"));
    }

    private static Stream<String> questions() throws IOException {
        return each(new JsonMapper().readTree(DASHBOARD.toFile()).path("panels"))
                .flatMap(panel -> each(panel.path("targets")))
                .map(target -> target.path("expr").asText());
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Set<String> named(Stream<String> questions) {
        var names = new TreeSet<String>();
        questions
                .map(question -> TEXT.matcher(question).replaceAll(""))
                .map(question -> LABELS.matcher(question).replaceAll(""))
                .forEach(question -> NAME.matcher(question).results().forEach(found -> names.add(found.group())));
        names.removeAll(WORDS);
        return names;
    }

    private static boolean hasPromtool() throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v promtool")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String promtool(String... arguments) throws Exception {
        var process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
