package dev.ensemble.report;

import static dev.ensemble.Chromium.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import dev.ensemble.Chromium;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Tasklist;
import dev.ensemble.Walk;
import dev.ensemble.incident.PublishableVersions;
import dev.ensemble.incident.Report;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The report as a page: for everybody, on any screen, and printed. */
@EnsembleTest
class ReportInTheBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private PublishableVersions versions;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void readsWellForEverybody() {
        walk.followingUp().completeOwn("acceptFollowUp", "eli", Map.of("decision", "accept"));
        var page = loggedIn();
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(address(""));

        assertThat(page.title()).isEqualTo("Learning report – %s: Figgy was down".formatted(walk.id()));
        assertThat(page.getByRole(AriaRole.IMG).getAttribute("aria-labelledby")).isEqualTo("pathTitle pathDescription");
        assertThat(page.locator("figure svg").boundingBox().width).isGreaterThan(1000);
        assertThat(complaints).as("what the browser would not do").isEmpty();
        assertThat(violations(page)).isEmpty();

        page.setViewportSize(390, 800);
        assertThat(violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".formats").isVisible()).isFalse();
    }

    @Test
    void readsWellWhereLittleIsKnown() {
        walk.reported();
        var page = loggedIn();
        page.navigate(address(""));

        assertThat(violations(page)).isEmpty();
    }

    @Test
    void readsWellAsItWasWrittenByHand() {
        walk.reported(new Report("Figgy", "down", "Readers see an error on every page", null, true, false));
        versions.write(
                walk.id(), "rosa", "#### Deep\n\nSee [us](https://example.org)\n\n# High\n\n- one\n- two", now -> {});
        var page = loggedIn();
        page.navigate(address("?version=publishable"));

        assertThat(page.locator("h2").allTextContents()).containsExactly("Deep", "High");
        assertThat(violations(page)).isEmpty();
    }

    private Page loggedIn() {
        return Tasklist.of(chromium, port, "rosa").page();
    }

    private String address(String query) {
        return "http://127.0.0.1:%d/incidents/%s/report%s".formatted(port, walk.id(), query);
    }
}
