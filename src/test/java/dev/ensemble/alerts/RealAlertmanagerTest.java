package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensemble.EnsembleTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Debian's Alertmanager, as people run it, sends its alerts to the running product. */
@EnsembleTest
class RealAlertmanagerTest {

    private static final Path BINARY = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private AlertSources sources;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name = "Real " + UUID.randomUUID();
    private Process alertmanager;
    private int itsPort;

    @Test
    void tellsThatSomethingFailsAndThatItIsWellAgain() throws Exception {
        start(sources.make("alertmanager", name, "maya").token());

        tell("");
        await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(statuses()).contains("FIRING"));
        tell(", \"endsAt\": \"%s\"".formatted(Instant.now()));
        await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(statuses()).contains("RESOLVED"));

        assertThat(jdbc.sql("select distinct alert_key from alert where source_name = :name")
                        .param("name", name)
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(jdbc.sql("select distinct summary from alert where source_name = :name")
                        .param("name", name)
                        .query(String.class)
                        .list())
                .containsExactly("The real one says so");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (alertmanager != null) {
            alertmanager.destroy();
            if (!alertmanager.waitFor(5, TimeUnit.SECONDS)) {
                alertmanager.destroyForcibly();
            }
        }
    }

    private void start(String token) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(BINARY),
                "Skipped: %s is missing (apt-get install prometheus-alertmanager).".formatted(BINARY));
        var settings = Files.writeString(folder.resolve("alertmanager.yml"), """
                route: {receiver: ensemble, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
                receivers:
                - name: ensemble
                  webhook_configs:
                  - url: http://localhost:%d/api/v1/alerts/alertmanager
                    http_config: {authorization: {credentials: %s}}
                """.formatted(port, token));
        itsPort = freePort();
        alertmanager = new ProcessBuilder(
                        BINARY.toString(),
                        "--config.file=" + settings,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + itsPort,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await("Alertmanager is ready")
                .atMost(LONG_ENOUGH)
                .ignoreExceptions()
                .until(() -> status("/-/ready", null) == 200);
    }

    private void tell(String ending) throws Exception {
        assertThat(status("/api/v2/alerts", """
                        [{"labels": {"alertname": "RealOne", "service": "figgy", "run": "%s"},
                          "annotations": {"summary": "The real one says so"}%s}]""".formatted(name, ending))).isEqualTo(200);
    }

    private int status(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(itsPort, path)));
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private List<String> statuses() {
        return jdbc.sql("select status from alert where source_name = :name")
                .param("name", name)
                .query(String.class)
                .list();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
