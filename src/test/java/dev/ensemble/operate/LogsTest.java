package dev.ensemble.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the product as an operator starts it: JSON on the console when asked for, plain in a file. */
class LogsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] ROSA = {"Authorization", Browser.basic("rosa", "ensemble")};
    private static final String REPORT = """
            {"service": "Figgy", "condition": "down", "summary": "Readers see an error"}""";

    @TempDir
    Path folder;

    @Test
    void sayInEachLineWhichIncidentItIsAbout() throws Exception {
        var console = folder.resolve("console.txt");
        var file = folder.resolve("file.txt");
        var settings = Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:h2:mem:logs;DB_CLOSE_DELAY=-1",
                // Nobody is at home: a step fails, and its line says of which incident.
                "SLACK_API_URL",
                "http://127.0.0.1:1/api/",
                "SLACK_BOT_TOKEN",
                "xoxb-nobody",
                "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                "ecs",
                "LOGGING_FILE_NAME",
                file.toString());
        var requests = "--logging.level.org.springframework.web.servlet.DispatcherServlet=debug";
        try (var product = Started.with(settings, console, requests)) {
            product.browser().post("/api/v1/incidents", REPORT, ROSA);
            product.browser().get("/api/v1/incidents/INC-1", ROSA);
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.readString(file), text -> text.contains("failed:"));
        }

        var lines = lines(console);
        assertThat(lines).allMatch(line -> line.hasNonNull("@timestamp") && line.hasNonNull("message"));
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().contains("INC-1"))
                .isNotEmpty()
                .allMatch(line -> line.path("incident").asText().equals("INC-1"));
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().startsWith("GET \"/api/v1/incidents/INC-1\""))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().startsWith("Started Ensemble"))
                .singleElement()
                .satisfies(line -> assertThat(line.has("incident")).isFalse());
        assertThat(Files.readString(file).lines())
                .filteredOn(line -> line.contains("sayIt of INC-1 failed:"))
                .isNotEmpty()
                .allMatch(line -> line.contains("[INC-1   ]"));
    }

    /** But what stands there before the product speaks. */
    private static List<JsonNode> lines(Path console) throws IOException {
        return Files.readString(console)
                .lines()
                .dropWhile(line -> !line.startsWith("{"))
                .map(LogsTest::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
