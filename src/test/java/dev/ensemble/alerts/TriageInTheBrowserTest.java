package dev.ensemble.alerts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensemble.Chromium;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Tasklist;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Triage.State;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody looks at an alert in Tasklist. */
@EnsembleTest
class TriageInTheBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Monitoring monitoring;

    @Autowired
    private Incidents incidents;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void declaresAnIncidentFromWhatTheAlertSays() {
        var key = UUID.randomUUID().toString();
        monitoring.fires(key).fires(key);
        var triage = monitoring.triage(key).id();
        var tasklist = Tasklist.of(chromium, port, "eli");
        var page = tasklist.open(triage, "All open tasks", triage + ": triage alert");
        tasklist.claim();
        assertThat(page.getByText("sent 2 times").first()).isVisible();
        assertThat(page.getByLabel("Which service?")).hasCount(0);

        page.getByLabel("A part of an incident that is open").check();
        assertThat(page.getByLabel("Which incident is it part of?")).isVisible();
        assertThat(tasklist.axe()).isEmpty();
        page.getByLabel("An incident: people are affected").check();
        assertThat(page.getByLabel("Which service?")).hasValue("Figgy");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(monitoring.triage(key).state()).isEqualTo(State.DECLARED));
        assertThat(incidents.get(monitoring.triage(key).incident()).summary())
                .isEqualTo("Nothing answers at figgy-web1");
    }
}
