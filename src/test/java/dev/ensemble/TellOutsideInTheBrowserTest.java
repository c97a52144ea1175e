package dev.ensemble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.OutsideUpdates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The IT manager tells people outside in Tasklist. */
@EnsembleTest
class TellOutsideInTheBrowserTest {

    private static final String STAFF = "library-staff";
    private static final String PAGE = "website-visitors";

    private static Chromium chromium;

    private Tasklist tasklist;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private OutsideUpdates updates;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aTextIsReadyAndLaterNoChangeIsOneClick() {
        walk.responding().take("it-manager", "ines");
        var page = loggedIn("ines");

        task("tell outside (library staff)");
        assertThat(page.getByText("that something is wrong, by mail to").first())
                .isVisible();
        assertThat(page.getByLabel("What they are told")).hasValue(Pattern.compile("^Figgy has been down since"));
        assertThat(page.getByLabel("Nothing has changed")).hasCount(0);
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(told(STAFF)).hasSize(1));

        walk.ringFor("Event_updateSoonDue", STAFF);
        task("tell outside (library staff)");
        page.getByLabel("Nothing has changed").check();
        assertThat(page.getByLabel("What they are told")).hasCount(0);
        tasklist.complete();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(told(STAFF))
                        .hasSize(2)
                        .last()
                        .satisfies(update -> assertThat(update.noChange()).isTrue()));
    }

    @Test
    void aPageIsEditedByHand() {
        walk.responding().take("it-manager", "ines").tell(PAGE, "ines", Map.of("update", "Down, sorry"));
        var page = loggedIn("ines");

        task("update status page (website visitors)");
        assertThat(page.getByText("https://status.example.org").first()).isVisible();
        assertThat(page.getByLabel("What is to stand there"))
                .hasValue(Pattern.compile("^Down, sorry\\s+You hear from us"));
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(walk.openTasks()).doesNotContain("updateStatusPage"));
    }

    private List<OutsideUpdate> told(String audience) {
        return updates.of(walk.id()).stream()
                .filter(update -> update.audience().key().equals(audience))
                .toList();
    }

    private Page loggedIn(String person) {
        tasklist = Tasklist.of(chromium, port, person);
        return tasklist.page();
    }

    private void task(String name) {
        tasklist.open(walk, "Mine", name);
    }
}
