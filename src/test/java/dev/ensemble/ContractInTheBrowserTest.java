package dev.ensemble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The contract as people read it, on a page that asks nobody else for anything. */
@EnsembleTest
class ContractInTheBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void isReadOnItsPage() {
        var here = "http://127.0.0.1:" + port;
        var elsewhere = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        var page = chromium.page();
        page.onRequest(request -> {
            if (!request.url().startsWith(here) && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });

        page.navigate(here + "/api/docs");
        assertThat(page.getByText("Reports an incident.").first()).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ensemble"))
                        .first())
                .isVisible();
        assertThat(Chromium.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Follow ups"))
                .click();
        assertThat(page.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("PATCH /api/v1/follow-ups/{id}")))
                .isVisible();
        assertThat(elsewhere).isEmpty();
        assertThat(complaints).isEmpty();
    }
}
