package dev.ensemble.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.ensemble.EnsembleTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The login page in a real browser. */
@EnsembleTest
class LoginPageTest {

    /** Where Debian puts it; elsewhere Playwright brings its own. */
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @LocalServerPort
    private int port;

    @Test
    void letsEverybodyInAndSeesThemOffAtTheSamePage() {
        try (var playwright = Playwright.create(withoutDownload());
                var browser = playwright.chromium().launch(installed());
                var page = browser.newPage()) {
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

    private static Playwright.CreateOptions withoutDownload() {
        return new Playwright.CreateOptions()
                .setEnv(Files.exists(CHROMIUM) ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of());
    }

    private static BrowserType.LaunchOptions installed() {
        var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
        return Files.exists(CHROMIUM) ? options.setExecutablePath(CHROMIUM) : options;
    }

    private List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(rule -> rule.getId()).toList();
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
