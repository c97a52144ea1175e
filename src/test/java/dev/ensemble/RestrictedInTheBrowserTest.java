package dev.ensemble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import dev.ensemble.incident.Incident;
import dev.ensemble.slack.SlackStub.Fault;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A restricted incident in Tasklist and Cockpit: all of it for those whom it concerns, and nothing for others. */
@EnsembleTest
class RestrictedInTheBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private RuntimeService runtime;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aPrivatePlaceIsFoundByThoseWhomItConcerns() {
        walk.reported("Figgy", "insecure", "The keys are on the web");
        Surroundings.SLACK.fail("conversations.create", Fault.error("missing_scope"));
        walk.openChannel();
        var tasklist = Tasklist.of(chromium, port, "ivo");
        var page = tasklist.open(walk, "All open tasks", "find private place");
        assertThat(page.getByText("missing_scope").first()).isVisible();
        tasklist.claim();
        page.getByLabel("In a private channel of Slack that I have made for it").check();
        assertThat(page.getByLabel("Which channel?")).isVisible();
        assertThat(tasklist.axe()).isEmpty();
        page.getByLabel("Nowhere in Slack: what there is to say stays in the record")
                .check();
        tasklist.complete();

        soon(() -> assertThat(walk.record().place()).isEqualTo(Incident.NOWHERE));
    }

    @Test
    void anIncidentIsRestrictedAndSeenByThoseWhomItConcernsOnly() {
        walk.responding();
        var maya = Tasklist.of(chromium, port, "maya");
        var page = maya.open(walk, "All open tasks", "change course");
        page.getByLabel("Only a few people may know of it from now on; there is no way back")
                .check();
        page.getByLabel("What did you see?").fill("Patron data shows");
        assertThat(maya.axe()).isEmpty();
        maya.complete();
        soon(() -> assertThat(walk.record().restricted()).isTrue());

        inCockpit(maya.open(walk, "All open tasks", "investigate"));
        Tasklist.of(chromium, port, "sam").findNothing(walk.id(), "All open tasks");
    }

    /** Cockpit asks for much at once, and now and then goes on waiting for an answer it had: then people load it again. */
    private void inCockpit(Page page) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("incident")
                .processInstanceBusinessKey(walk.id().toString())
                .singleResult()
                .getId();
        for (var tries = 0; tries < 10; tries++) {
            page.navigate("about:blank");
            page.navigate("http://127.0.0.1:%d/camunda/app/cockpit/default/#/process-instance/%s/runtime"
                    .formatted(port, instance));
            try {
                page.getByText(walk.id().toString()).first().waitFor(new Locator.WaitForOptions().setTimeout(30_000));
                return;
            } catch (TimeoutError e) {
                // loaded again
            }
        }
        throw new AssertionError(walk.id() + " is not in Cockpit");
    }

    private static void soon(ThrowingRunnable isSo) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(isSo);
    }
}
