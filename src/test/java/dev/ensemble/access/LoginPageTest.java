package dev.ensemble.access;

import static dev.ensemble.Chromium.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.ensemble.Chromium;
import dev.ensemble.EnsembleTest;
import dev.ensemble.process.TaskLists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The login page in a real browser. */
@EnsembleTest
class LoginPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TaskLists lists;

    @Test
    void letsEverybodyInAndSeesThemOffAtTheSamePage() {
        try (var chromium = new Chromium()) {
            var page = chromium.page();
            page.navigate(address("/"));
            assertThat(violations(page)).isEmpty();
            login(page, "guess");
            page.waitForURL("**/login?wrong");
            assertThat(violations(page)).isEmpty();
            login(page, "ensemble");
            page.waitForURL("**/camunda/app/tasklist/default/**");
            assertThat(page.getByText("All open tasks").first().textContent()).contains("All open tasks");

            page.getByText("Noor Haddad").first().click();
            page.locator("li.logout a").first().click();
            page.waitForURL(address("/login"));
            assertThat(page.title()).isEqualTo("Log in – Ensemble");
        }
    }

    @Test
    void bringsTheListThatALinkNamesAlongThroughTheLogin() {
        try (var chromium = new Chromium()) {
            var page = chromium.page();
            page.navigate(lists.openRoles().replaceFirst("^https?://[^/]+", address("")));
            login(page, "ensemble");

            page.waitForURL(url -> url.contains("/camunda/app/tasklist/default/#/?filter="));
            page.locator(".task-filters .active").getByText("Open roles").waitFor();
        }
    }

    private static void login(Page page, String password) {
        page.getByLabel("User name").fill("noor");
        page.getByLabel("Password").fill(password);
        page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
