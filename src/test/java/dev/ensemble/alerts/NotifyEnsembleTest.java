package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ensemble.EnsembleTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CheckMK's notification script, as CheckMK starts it: all it is told stands in environment variables. */
@EnsembleTest
class NotifyEnsembleTest {

    private static final int TRY_AGAIN = 1;
    private static final int IN_VAIN = 2;

    @LocalServerPort
    private int port;

    @Autowired
    private AlertSources sources;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final String name = "Site " + UUID.randomUUID();
    private final Map<String, String> told = new HashMap<>();

    @BeforeEach
    void tell() throws Exception {
        assumeThat(run(List.of("python3", "--version"), Map.of()))
                .as("Python, which CheckMK brings along")
                .isZero();
        told.putAll(Map.of(
                "NOTIFY_PARAMETER_1", "http://localhost:%d/api/v1/alerts/checkmk".formatted(port),
                "NOTIFY_PARAMETER_2", sources.make("checkmk", name, "maya").token(),
                "NOTIFY_OMD_SITE", name,
                "NOTIFY_WHAT", "SERVICE",
                "NOTIFY_NOTIFICATIONTYPE", "PROBLEM",
                "NOTIFY_HOSTNAME", "figgy-web1",
                "NOTIFY_HOSTSTATE", "UP",
                "NOTIFY_SERVICEDESC", "HTTP figgy",
                "NOTIFY_SERVICESTATE", "CRIT",
                "NOTIFY_SERVICEOUTPUT", "No data received"));
    }

    @Test
    void tellsWhatFailsAndThatItIsWellAgain() throws Exception {
        assertThat(ends()).isZero();
        told.putAll(Map.of("NOTIFY_NOTIFICATIONTYPE", "ALERTHANDLER (OK)", "NOTIFY_SERVICESTATE", "OK"));
        assertThat(ends()).isZero();
        told.putAll(Map.of("NOTIFY_WHAT", "HOST", "NOTIFY_NOTIFICATIONTYPE", "PROBLEM"));
        told.putAll(Map.of("NOTIFY_HOSTSTATE", "DOWN", "NOTIFY_HOSTOUTPUT", "No answer"));
        assertThat(ends()).isZero();

        assertThat(kept())
                .containsExactlyInAnyOrder(
                        "FIRING HTTP figgy on figgy-web1 is CRIT: No data received",
                        "RESOLVED HTTP figgy on figgy-web1 is OK: No data received",
                        "FIRING figgy-web1 is DOWN: No answer");
    }

    @Test
    void isTriedAgainWhereNobodyAnswers() throws Exception {
        told.put("NOTIFY_PARAMETER_1", "http://localhost:1/api/v1/alerts/checkmk");

        assertThat(ends()).isEqualTo(TRY_AGAIN);
    }

    @Test
    void isNotTriedAgainWhereThatWouldBeInVain() throws Exception {
        var address = told.put("NOTIFY_PARAMETER_1", "localhost/api/v1/alerts/checkmk");
        assertThat(ends()).as("an address that is none").isEqualTo(IN_VAIN);

        told.put("NOTIFY_PARAMETER_1", address);
        told.put("NOTIFY_PARAMETER_2", "another's");
        assertThat(ends()).as("a wrong token").isEqualTo(IN_VAIN);

        told.remove("NOTIFY_PARAMETER_2");
        assertThat(ends()).as("no token").isEqualTo(IN_VAIN);
        assertThat(kept()).isEmpty();
    }

    @Test
    void showsWhereAByteWasNoText() throws Exception {
        told.put("NOTIFY_SERVICEOUTPUT", "Disk");
        var shell = "NOTIFY_SERVICEOUTPUT=$(printf 'Disk f\\374r \\303\\274ber') exec python3 docs/notify-ensemble";

        assertThat(run(List.of("sh", "-c", shell), told)).isZero();

        assertThat(kept()).containsExactly("FIRING HTTP figgy on figgy-web1 is CRIT: Disk f\ufffdr über");
    }

    private int ends() throws Exception {
        return run(List.of("python3", "docs/notify-ensemble"), told);
    }

    private int run(List<String> command, Map<String, String> environment) throws InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        process.environment().putAll(environment);
        try {
            return process.start().waitFor();
        } catch (IOException notThere) {
            return -1;
        }
    }

    private List<String> kept() {
        return jdbc.sql("select status || ' ' || summary from alert where source_name = :name")
                .param("name", name)
                .query(String.class)
                .list();
    }
}
