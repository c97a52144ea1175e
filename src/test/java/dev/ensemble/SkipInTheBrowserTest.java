package dev.ensemble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensemble.incident.Role;
import dev.ensemble.incident.SkippedStep;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.incident.Tenures;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A moderator who has to be quick, in Tasklist. */
@EnsembleTest
class SkipInTheBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private SkippedSteps skipped;

    @Autowired
    private Tenures tenures;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void skipsAStepInOneMoveAndSaysWhyAfterwards() {
        walk.responding();
        var tasklist = Tasklist.of(chromium, port, "maya");
        var page = tasklist.open(walk, "All open tasks", "investigate");
        tasklist.claim();
        assertThat(page.getByLabel("What did we find?")).isVisible();
        page.getByLabel("Skip this step").check();
        assertThat(page.getByLabel("What did we find?")).hasCount(0);
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();
        soon(() -> assertThat(walk.openTasks()).contains("applyFix", "sayWhySkipped"));

        tasklist.open(walk, "Mine", "say why skipped (Investigate)");
        assertThat(page.getByText("was skipped by Maya Osei").first()).isVisible();
        page.getByLabel("Why was it skipped?").fill("We knew it from last week");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        soon(() -> assertThat(skipped.of(walk.id()))
                .extracting(SkippedStep::reason)
                .containsExactly("We knew it from last week"));
    }

    @Test
    void skipsTheWaitForAModerator() {
        walk.reported();
        var tasklist = Tasklist.of(chromium, port, "eli");
        var page = tasklist.open(walk, "All open tasks", "go on without moderator");
        assertThat(page.getByText("The response waits for").first()).isVisible();
        tasklist.claim();
        page.getByLabel("Skip this step").check();
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        soon(() -> assertThat(walk.openTasks()).contains("investigate", "sayWhySkipped"));
    }

    @Test
    void takesARoleOverFromSomebodyWhoDoesNotAnswer() {
        walk.responding().take("note-taker", "noor");
        var tasklist = Tasklist.of(chromium, port, "maya");
        var page = tasklist.open(walk, "All open tasks", "hold role (note taker)");
        tasklist.claimFromAnother();
        page.getByLabel("I take this role over from its holder").check();
        assertThat(page.getByLabel("Offer the role to")).hasCount(0);
        page.getByLabel("Why do you take it over?").fill("Noor lost the connection");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        soon(() -> assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).contains("maya"));
    }

    private static void soon(ThrowingRunnable isSo) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(isSo);
    }
}
